"""What every answer to a machine has in common: addresses, parameters, refusals, limits.

Nothing here knows what a bill or a vote is.
"""
