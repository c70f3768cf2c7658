"""Words to fields with probabilities: encoding, network, decoding, shipped weights. Imports `data` only."""
