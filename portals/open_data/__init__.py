"""Open data: the fourth reader, a machine. API, feeds, calendars and files."""
