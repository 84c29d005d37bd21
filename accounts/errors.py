"""What the rules about accounts forbid."""


class AccountRule(Exception):
    """A rule about accounts forbids this. Its text is shown to whoever asked."""
