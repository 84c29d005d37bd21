"""The officials' portal, screen by screen."""
