"""The senators' portal."""
