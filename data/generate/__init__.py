"""The generator: training documents from a seed, composed straight to words with boxes and labels."""
