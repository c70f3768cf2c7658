"""Whether what comes in, how sure it is read and how often it is corrected has changed, for all and by sender.

`signals` makes streams of the desk's orders, `watch` tests them (`models.drift`), notes alarms in the audit chain and
tells them, `report` shows them. Nothing is retrained or switched by it: a person looks.
"""
