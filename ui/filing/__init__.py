"""The stories list."""
