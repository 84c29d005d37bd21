"""Django's PostgreSQL backend, with two answers of its own.

Before a request's first statement Django asks whether a kept connection still lives, by a
question that travels to the server and back; this one looks at what the connection knows.
And the driver would cut an integer to the size of its column, where this one refuses it.
"""
