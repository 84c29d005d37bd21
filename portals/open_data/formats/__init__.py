"""How each format is written. Plain values in, bytes out: nothing here knows the record."""
