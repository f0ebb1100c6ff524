"""Votes and results of votes, in sentences, lists, tables and roll calls."""
