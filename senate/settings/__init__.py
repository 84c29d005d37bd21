"""Settings: base is true everywhere; dev, demo, test and prod each say what differs.

The environment is read in env.py and nowhere else.
"""
