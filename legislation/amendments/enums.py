from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PaperState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("amendment paper", "Open")
    CLOSED = "CLOSED", pgettext_lazy("amendment paper", "Closed")


class AmendmentKind(models.TextChoices):
    """What it would do to the article that it names."""

    REPLACE = "REPLACE", pgettext_lazy("amendment", "Replace")
    DELETE = "DELETE", pgettext_lazy("amendment", "Delete")
    ADD = "ADD", pgettext_lazy("amendment", "Add")
    RENUMBER = "RENUMBER", pgettext_lazy("amendment", "Renumber")


class Author(models.TextChoices):
    PRESIDENT = "PRESIDENT", _("President of the Republic")
    SENATORS = "SENATORS", _("Senators")


class SignedAs(models.TextChoices):
    """As what somebody put their name under an amendment."""

    AUTHOR = "AUTHOR", pgettext_lazy("signature", "Author")
    RENEWER = "RENEWER", _("Renews it")
    TAKER = "TAKER", _("Takes it over")


class Body(models.TextChoices):
    """Whose president rules on admissibility, and who may reconsider (LOC 25)."""

    COMMITTEE = "COMMITTEE", _("The committee")
    FLOOR = "FLOOR", _("The floor")


class Ground(models.TextChoices):
    """Why an amendment is inadmissible (LOC 24)."""

    UNRELATED = "UNRELATED", _("It has no direct relation to the main ideas of the bill")
    EXCLUSIVE = "EXCLUSIVE", _("Its matter is for the President alone to propose")
    UNFUNDED = "UNFUNDED", _("It spends without saying from what")


class Admissibility(models.TextChoices):
    PENDING = "PENDING", pgettext_lazy("amendment", "Awaiting a ruling")
    ADMISSIBLE = "ADMISSIBLE", pgettext_lazy("amendment", "Admissible")
    INADMISSIBLE = "INADMISSIBLE", pgettext_lazy("amendment", "Inadmissible")


class Outcome(models.TextChoices):
    """What became of it in committee."""

    PENDING = "PENDING", pgettext_lazy("amendment", "Not decided")
    APPROVED = "APPROVED", pgettext_lazy("amendment", "Approved")
    MODIFIED = "MODIFIED", pgettext_lazy("amendment", "Approved with changes")
    PARTLY = "PARTLY", pgettext_lazy("amendment", "Approved in part")
    REJECTED = "REJECTED", pgettext_lazy("amendment", "Rejected")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("amendment", "Withdrawn")


class State(models.TextChoices):
    """Where an amendment stands: its ruling, its outcome and its renewal, in one word."""

    FILED = "FILED", pgettext_lazy("amendment", "Filed, awaiting a ruling")
    ADMISSIBLE = "ADMISSIBLE", pgettext_lazy("amendment", "Admissible, not decided")
    INADMISSIBLE = "INADMISSIBLE", pgettext_lazy("amendment", "Inadmissible")
    APPROVED = "APPROVED", pgettext_lazy("amendment", "Approved")
    MODIFIED = "MODIFIED", pgettext_lazy("amendment", "Approved with changes")
    PARTLY = "PARTLY", pgettext_lazy("amendment", "Approved in part")
    REJECTED = "REJECTED", pgettext_lazy("amendment", "Rejected")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("amendment", "Withdrawn")
    RENEWED = "RENEWED", pgettext_lazy("amendment", "Renewed before the floor")


class Deed(models.TextChoices):
    """What may be done with a paper or with one amendment of it."""

    OPEN = "OPEN", _("Open an amendment paper")
    CLOSE = "CLOSE", _("Close the amendment paper")
    FILE = "FILE", _("File an amendment")
    ADMIT = "ADMIT", _("Rule it admissible")
    REFUSE = "REFUSE", _("Rule it inadmissible")
    RECONSIDER = "RECONSIDER", _("Reconsider the ruling")
    APPROVE = "APPROVE", _("Approve it in committee")
    MODIFY = "MODIFY", _("Approve it with changes in committee")
    APPROVE_PARTLY = "APPROVE_PARTLY", _("Approve it in part in committee")
    REJECT = "REJECT", _("Reject it in committee")
    RENEW = "RENEW", _("Renew it before the floor")
    WITHDRAW = "WITHDRAW", _("Withdraw it")
    TAKE_OVER = "TAKE_OVER", _("Take it over")
