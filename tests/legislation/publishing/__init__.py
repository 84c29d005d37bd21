"""How what is drafted comes to be public."""
