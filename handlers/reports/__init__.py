"""What is reported: the weekly digest and the ledger."""
