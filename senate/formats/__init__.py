"""How numbers and days are written, where Django's own formats are not Chile's."""
