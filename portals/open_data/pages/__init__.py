"""What each address answers: asks the selectors that the pages ask, and joins what they give.

The clock is read by the views; everything here is told the day.
"""
