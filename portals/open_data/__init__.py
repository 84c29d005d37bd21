"""The fourth reader: machines. The same record as the pages, in formats instead of HTML.

A versioned API without keys, the pages' own addresses with another ending (.json, .csv, .atom,
.ics), the files that crawlers look for, and one page for the people who write programs.

    urls > views > pages > serializers | formats > base
"""
