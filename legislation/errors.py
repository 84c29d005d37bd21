"""What the rules forbid, said in a sentence fit for the person who asked."""


class RuleViolation(Exception):
    """A rule of law or of the record forbids this. Its text is shown to the asker."""


class Overtaken(RuleViolation):
    """Somebody else changed it meanwhile: nothing was written, and both versions are shown."""


class RecordConflict(RuleViolation):
    """Fictional and real facts never share a database."""
