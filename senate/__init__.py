"""The composition root: settings, addresses, processes and commands.

May import every other package; no other package imports it. Kept empty of code, because
the embedded servers' keeper starts from here and must start fast.
"""
