"""Sources and quotes."""
