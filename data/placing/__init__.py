"""Labels from corrections: which printed words a right value stands for.

`place(document, truth)` gives the document with a tag for every word, as training and the sender memory use it, and
says of each value how surely it was placed. The truth is what a person left standing on the review page, what came with
the file as XML, or what an order was changed to in Odoo: all the same here.
"""

from data.placing.place import Mark, Placed, place
from data.placing.truth import Given, GivenLine, Truth, from_gold, from_result

__all__ = ["Given", "GivenLine", "Mark", "Placed", "Truth", "from_gold", "from_result", "place"]
