"""Accounts: who is asking and what they hold. Knows no law."""
