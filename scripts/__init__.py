"""Tasks that the Makefile calls; no part of the product, and in no wheel."""
