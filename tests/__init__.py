"""Tests mirror the tree: tests/legislation/votes tests legislation/votes."""
