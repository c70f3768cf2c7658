"""Reading a great many stored documents: a folder or a list to shards of JSON lines, restartable, on Ray where it is.

`sources` finds the documents, `work` reads one, `engines` and `on_ray` let several workers do so, `ledger` keeps the
results and knows what is there, `running` brings them together, `report` says what came of it.
"""
