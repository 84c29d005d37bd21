"""The senators' portal, for senators and those who work for them.

Every view says which roles it lets in. What it shows, it reads; what it does, a service does.
"""
