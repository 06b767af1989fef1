"""Preflight and preview."""
