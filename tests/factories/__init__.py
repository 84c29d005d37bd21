"""Fictional rows for tests, one module a subject."""
