"""The default engine: Whoosh, embedded and without a server, right for a region."""
