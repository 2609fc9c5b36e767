"""Names to armed actors."""
