"""Copies of all that the desk keeps, checked before they are put back (docs/operation.md).

    manifest.json           what is in it, hash by hash; revision of the tables, head of the audit chain
    database.sqlite         or database.dump of PostgreSQL: orders, rules, corrections, layouts, people, the chain
    documents/ab/ab12…      documents and what was derived from them, as the store names them
    models/…                the shelf with its aliases
    odoo-mirror.sqlite      master data and learnt codes; odoo-record.sqlite what `ordermill odoo push` wrote
    settings/…              mapping rules and retention policy
    folders/…               folders of labelled data

| module | does |
|---|---|
| `places` | where all of it lies here, by the settings |
| `archive` | folders and tar files with a manifest, written whole or not at all, read with suspicion |
| `databases` | consistent copies of SQLite and PostgreSQL, and back |
| `making`, `restoring` | the two ways; `commands` for the terminal |
"""
