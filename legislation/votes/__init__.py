"""Votes: majority rules, votes, ballots and their outcome.

Knows sessions, bills and people. The outcome is arithmetic (``counting``), never a
stored opinion. Does not know who is told.
"""
