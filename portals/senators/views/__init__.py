"""The senators' screens."""
