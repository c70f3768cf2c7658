"""Forgetting: a person or a sender is erased everywhere, with a report of what was erased, where, and what is left.

`subjects` finds what belongs to them, `erasers` is the list of places, `store` erases in the desk's own database and
documents, `folders` and `connector` outside of it, `erase` runs all of them.
"""
