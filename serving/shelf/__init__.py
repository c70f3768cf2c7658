"""The models of this installation: which one reads, which one is tried beside it, and how to switch."""
