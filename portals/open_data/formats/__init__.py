"""How each format is written: Atom, iCalendar, sitemaps.

Plain values in, bytes out: nothing here knows the record.
"""
