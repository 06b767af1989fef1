"""Sources: who said what, on what terms, and what stands behind it."""
