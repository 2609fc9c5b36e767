"""Names to places."""
