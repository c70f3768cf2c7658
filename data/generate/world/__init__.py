"""Invented companies, places, people, products and numbers for generated documents.

`split` parts the word lists: what "heldout" can print (names, towns, product words, number styles) never occurs in
"train".
"""

from data.generate.world.countries import Country
from data.generate.world.model import Address, Company, Numbering, Product
from data.generate.world.world import World

__all__ = ["Address", "Company", "Country", "Numbering", "Product", "World"]
