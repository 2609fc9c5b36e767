"""Claims to tolls and their history."""
