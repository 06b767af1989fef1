"""Photos: taken in, chosen, captioned, cropped, written into their files."""
