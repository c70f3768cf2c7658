"""Copies of documents and results that may be shared: no names, addresses, mails, phones, accounts, tax numbers.

The pages become pictures with the places filled in black before they are packed, so that nothing lies under the black;
text layer, embedded XML, attachments and metadata are left behind. The result keeps its shape, with placeholders.

| module | does |
|---|---|
| `patterns` | what is personal in a line of text, by its form or its caption |
| `people` | names of people in a line |
| `terms` | all strings to be removed, and texts without them |
| `covering` | words and boxes of a page to be blackened |
| `drawing` | a page as picture, without logos, in a process of its own; the new PDF |
| `redacting` | all of it; `commands` for the terminal |
"""
