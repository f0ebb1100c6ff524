"""The engine for a national corpus on one machine: Tantivy, embedded and without a server (extra ``fast``)."""
