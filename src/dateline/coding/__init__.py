"""A report to its statements, claims and events; one module a field."""
