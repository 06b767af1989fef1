"""Stories on their way to a colleague and back."""
