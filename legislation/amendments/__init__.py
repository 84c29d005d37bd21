"""Amendments: what the President or a few senators propose to change in a bill's text.

They are filed into a paper (boletín de indicaciones) while its term runs, ruled upon, decided
in committee, and may be renewed before the floor. Knows procedure, people and publication; does
not know when anybody sits or votes.
"""
