"""A real PostgreSQL and a Redis-protocol server, from wheels, for one machine.

Used only where DATABASE_URL and REDIS_URL are unset; never in production. A keeper process
(keeper.py) owns both servers and lives as long as somebody holds a lease on them (lease.py).
Imports nothing of Django: the keeper must start in milliseconds.
"""
