"""From the outside in: bytes become a draft."""
