"""Votes and results of votes, and the resolutions that they belong to."""
