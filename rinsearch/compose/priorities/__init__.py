"""The priorities and goals of a plan, and under which of them a passage stands."""
