"""Sender memory: what was corrected on one document of a layout is right on the next, without training.

    memory = Memory(shelf)
    memory.learn(document, truth, sender="anna@example.com")     # after a person's corrections
    extractor.extract_remembering(document, memory)              # the next document of that layout

A layout is known again by its fixed words and their places. Words of a new document take the labels of the most alike
words of remembered ones, the model's decoder makes values and lines of them, and `settle` decides field by field
between what the model reads alone and what it reads so. Other documents do not pass through any of this.
"""

from models.memory.layout import Layout
from models.memory.memory import Forgotten, Learnt, Memory
from models.memory.sample import Sample
from models.memory.shelf import FileShelf, Shelf

__all__ = ["FileShelf", "Forgotten", "Layout", "Learnt", "Memory", "Sample", "Shelf"]
