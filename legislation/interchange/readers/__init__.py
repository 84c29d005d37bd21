"""Readers: bytes of a foreign format in, plain observations and an account of losses out.

Pure: no database, no network, no clock. Every value of the input is either read or in the
account; a file that cannot be trusted raises ``UnreadableFile`` with a sentence for people.
"""
