"""What an order document is: pages, words, fields, values and labels.

The lowest layer of Ordermill. It may import the standard library, numpy, a PDF reader and an
OCR engine; never torch, mlflow or bentoml, and nothing from `models`, `training` or `serving`.
"""

from data.schema import Box, Document, Page, Warning_, Word

__all__ = ["Box", "Document", "Page", "Warning_", "Word"]
