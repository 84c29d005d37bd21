"""How letters are numbered, answered and published."""
