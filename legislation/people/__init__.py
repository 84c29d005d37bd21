"""People: persons, senators' mandates, parties, caucuses, committees and offices.

Everything that somebody holds is dated. Answers who was in office on a day, and says
so when it does not know. Knows no bills, sessions or votes.
"""
