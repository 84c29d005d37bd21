"""Sessions: legislatures, sittings of the floor and of committees, agendas and
attendance. Knows bills and people; does not know votes.
"""
