"""The weekly digest: its figures, its words, and to whom it goes."""
