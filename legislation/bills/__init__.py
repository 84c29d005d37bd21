"""Bills: proposed laws and Senate matters, their authors, stages, steps, urgencies,
papers and texts. Knows people and documents; does not know who voted or when the
floor sits.
"""
