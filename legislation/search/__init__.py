"""Search: one box over bills, votes, sessions and people.

Spanish full text that finds singular and plural, with and without accents. Reads the
subjects below; owns only its index and its word list.
"""
