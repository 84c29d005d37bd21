"""Changes of who sits: seats, parties, committees, offices, absences, entered by officials.

Each change is proposed with its reason and applied to the record when a second person approves
it; rows are ended or corrected, never deleted. Knows the votes, which hang on who is in office.
"""
