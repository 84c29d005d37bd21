"""What the main pages cost, as ratios to a bare response of the same server in the same run.

Absolute times mean nothing on a shared machine. ``python -m bench`` builds a large made-up
record once, starts the production server, and counts requests per second, queries, and the
processor time of Python and of PostgreSQL apart. Never part of the tests.
"""
