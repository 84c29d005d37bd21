"""Records votes as they are observed elsewhere, and computes what they decided.

No lifecycle and no notices. The outcome is always counted here, by ``counting``, under the
rule and the number in office of that day; what the source says of it is kept beside.
"""

from legislation.votes.services.recording import RecordedVotes, record_observed_votes
from legislation.votes.services.recounting import record_exclusion, recount_votes

__all__ = ["RecordedVotes", "record_exclusion", "record_observed_votes", "recount_votes"]
