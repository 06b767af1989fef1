"""Stories: filed, written, found, brought back to an earlier moment."""
