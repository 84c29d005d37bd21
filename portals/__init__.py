"""Portals: pages for three kinds of people and formats for machines. No models."""
