"""From probabilities of words to fields and lines. Nothing is generated: every value is made of printed words."""
