"""Letters (oficios) that go out and come in: numbered by year, linked, with their answers.

The Senate asks and is told; what a senator asks for is asked in that senator's own name. Knows
procedure, people and publication; does not know of amendments, sittings or votes.
"""
