"""The head of a paper: its kind, issuer, title, session, date and case numbers."""
