"""Readers: bytes of a PDF, picture or XML file to a frozen `Document`."""
