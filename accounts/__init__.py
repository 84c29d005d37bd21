"""Accounts: who is asking, what they hold and what they did. Knows no law."""
