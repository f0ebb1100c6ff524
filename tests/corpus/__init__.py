"""The sample corpus: small sources in Markdown, and the producers that make files of all forms out of them.

``python -m tests.corpus`` renders everything into ``corpus/``; ``python -m tests.corpus --check`` only compares.
"""
