"""Metrics: figures about the Senate's work, computed from the record and kept."""
