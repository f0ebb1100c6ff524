"""Decisions of a council on other business than the plan."""
