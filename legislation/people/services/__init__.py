"""Records people as they are observed elsewhere: senators, rosters, committees.

No lifecycle and no notices: what happened is written down as its source tells it.
"""

from legislation.people.services.committees import RecordedCommittee, record_observed_committee
from legislation.people.services.rosters import record_roster
from legislation.people.services.senators import RecordedPerson, record_observed_senator

__all__ = [
    "RecordedCommittee",
    "RecordedPerson",
    "record_observed_committee",
    "record_observed_senator",
    "record_roster",
]
