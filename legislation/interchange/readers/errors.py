"""Why a file was refused, in a sentence fit for the person who asked for it."""

from legislation.errors import RuleViolation


class UnreadableFile(RuleViolation):
    """The file is not what it should be; nothing of it was recorded."""
