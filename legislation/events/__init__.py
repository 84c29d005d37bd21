"""Events: what happened, as past-tense facts that subjects announce.

Empty until procedure is run here; observed history announces nothing.
"""
