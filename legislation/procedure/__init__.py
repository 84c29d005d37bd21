"""Procedure: what officials do with a bill, from its filing to the law, and whether they may.

A dossier is the bill as the officials' desk holds it; an act is one lawful step of it, never
changed afterwards. The public record of bills holds only what was published from here. Knows
bills, people and publication; does not know who votes or when the floor sits.
"""
