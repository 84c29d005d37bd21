"""Interchange: foreign formats in and out.

Reads the Senate's own services into the record and keeps an account of every run: what
each file changed, and every element that could not be stored.
"""
