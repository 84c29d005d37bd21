"""Events: what happened, as past-tense facts that subjects announce.

Recording one writes a row of the ledger and, in the same transaction, one delivery for each
reaction that follows from it; reactions run after the commit and may be run again. Which
reactions follow is said in ``legislation.wiring``. Observed history announces nothing.
"""
