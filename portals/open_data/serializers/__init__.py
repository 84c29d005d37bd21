"""The shape of every resource: what is written and what the OpenAPI document says are one thing.

They take rows of selectors as they come, with the addresses in their context. Nothing is read
from the database here.
"""
