"""One module a change of the tables, oldest first by number."""
