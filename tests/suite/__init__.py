"""The conformance suite: small documents with what is right, for any tool that prints the contract."""
