"""The ledger: who did what, when and on whose authority; audit entry and event in one row.

Rows are chained by hash, appended and never changed. Signed checkpoints over them (a Merkle
tree's root) are kept by outsiders, who notice when what was signed is no longer there. It
holds keys and values of the record and no personal data of citizens: a person can be erased
and the chain still verifies. It knows neither what an act means nor who is told of it.
"""
