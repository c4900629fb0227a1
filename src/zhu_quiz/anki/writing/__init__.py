"""A bank as a package of Anki, or as a table."""
