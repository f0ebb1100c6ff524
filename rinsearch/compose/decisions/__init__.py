"""The decisions and events of a paper, folded and numbered, and why a verb is none."""
