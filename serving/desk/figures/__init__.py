"""What the desk achieved, as numbers: pure functions over a transaction, counted by the database.

| module | answers |
|---|---|
| `period` | which orders: since, until, of one customer |
| `share` | how many, in which state, how many without a person, how often a person acted; weekly and by customer |
| `reasons` | why orders stopped, and what would remove the reason |
| `times` | from receipt to draft, confirmation and reservation |
| `accuracy` | which values people had to change, by field and by sender, with limits |
| `savings` | minutes and money against a stated baseline |
| `live` | gauges for Prometheus |
| `report` | all of it at once, as the page and the downloads show it |
"""
