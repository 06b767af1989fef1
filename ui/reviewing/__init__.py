"""Review: comments and suggestions beside the copy, names under it."""
