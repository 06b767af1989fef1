"""The past of the open story: its moments, and any two of them side by side."""
