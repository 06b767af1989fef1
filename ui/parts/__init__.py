"""Small widgets without editorial sense."""
