"""Drawings made of counted units: one cell a seat, one square a day, one stroke a session.

Each function takes plain values and returns SVG as ``Markup``. Lengths that depend on data
are SVG attributes and colours arrive by class, so that no inline style is ever needed. A
drawing always says in words what it shows.
"""
