"""Colleagues: remarks, suggestions, signatures, and stories handed over and taken back."""
