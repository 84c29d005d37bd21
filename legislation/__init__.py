"""The Senate itself: its subjects, rules and events.

One Django app. Subjects are ordered (see docs/architecture.md): a subject calls only
the subjects below it. Knows no HTML, no HTTP and no clock: time arrives as an argument.
"""
