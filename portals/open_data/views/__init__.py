"""Views for machines, thin.

They read the clock, ask a page for what to say, and have it written in a format.
"""
