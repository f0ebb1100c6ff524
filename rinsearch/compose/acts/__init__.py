"""What a verb shows where it stands: whose act, about which plan, and whether decided, proposed or reported."""
