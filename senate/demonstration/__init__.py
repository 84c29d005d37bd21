"""The fictional Senate of the demonstration: senators, bills, sittings and votes that never were.

Generators are pure: the same seed and reference day give the same Senate. What they tell is
written by hand in ``wording/``; ``recording`` writes it through the services of each subject.
"""
