"""The desk's pages: rendered here, with small scripts of our own and nothing from elsewhere."""
