"""May they? Yes, or no with the reason, in a sentence fit for the person who asked."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied


class NotPermitted(PermissionDenied):
    """Whoever asked may not do this. Its text is shown to them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of a permission. True or false as itself; ``reason`` says why not.

    ``needs_confirmation``: all that is missing is a fresh passkey of the same person.
    """

    allowed: bool
    reason: str = ""
    needs_confirmation: bool = False

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Go on only if allowed.

        :raises ConfirmationNeeded: a fresh passkey is missing
        :raises NotPermitted: with the reason
        """
        if self.needs_confirmation:
            raise ConfirmationNeeded(self.reason)
        if not self.allowed:
            raise NotPermitted(self.reason)


class ConfirmationNeeded(NotPermitted):
    """They may, once they confirm with their passkey that it is still they."""


ALLOWED = Decision(allowed=True)


def denied(reason: str) -> Decision:
    """A refusal that says why.

    :raises ValueError: the reason is empty
    """
    if not reason:
        raise ValueError("A refusal gives its reason.")
    return Decision(allowed=False, reason=reason)
