"""The officials' portal."""
