"""A bank held against its article."""
