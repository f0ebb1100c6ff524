"""Lists, tables and headed paragraphs that tell what became of a plan in each of several councils."""
