"""The acts of the desk as commands."""
