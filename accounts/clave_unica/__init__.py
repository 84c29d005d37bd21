"""ClaveÚnica, the State's identity: whoever signs in with it is known by a keyed hash of their RUN.

The RUN itself is never kept: not in a table, a session, an address or the log.
"""
