"""The measures of a plan: rows of tables, blocks, lists, cards and running text."""
