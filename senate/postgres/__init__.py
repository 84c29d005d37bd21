"""Django's PostgreSQL backend, with one answer of its own.

Before a request's first statement Django asks whether a kept connection still lives, by a
question that travels to the server and back. This one looks at what the connection knows.
"""
