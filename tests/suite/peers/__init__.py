"""Runners for other tools: each prints the contract's JSON for one document, as well as its library allows."""
