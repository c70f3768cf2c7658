"""Values: printed text to normalised values, with number and date habits decided per document."""
