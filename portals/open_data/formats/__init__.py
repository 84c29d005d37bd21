"""How each format is written: CSV, Atom, iCalendar, sitemaps.

Plain values in, bytes out: nothing here knows the record.
"""
