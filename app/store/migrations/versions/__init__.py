"""The steps of the store, oldest first."""
