"""One SQLite file: values in, values out."""
