"""Embedded e-documents: Order-X, Factur-X, ZUGFeRD and UBL to the same result as the page."""
