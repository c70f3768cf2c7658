"""Several orders in one file: where each begins, and the result that holds one for each."""
