"""Forgetting: a person or a sender is erased everywhere, with a report; what is old goes by itself.

`subjects` finds what belongs to them, `erasers` is the list of places, `store` erases in the desk's own database and
documents, `folders` outside of it, `erase` runs all of them. `retention` erases by time.
"""
