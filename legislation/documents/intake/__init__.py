"""Intake: whether a file from outside is what it says, and harmless to open.

Known by its content, never by its name: type by its first bytes and again by a parser, which runs
in a process of its own with little time, little memory and no network. Knows no Django but where
a refusal is put into words.
"""
