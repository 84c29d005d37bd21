"""What the database refuses, said as a rule: a constraint's name becomes a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from legislation.errors import RuleViolation

SENTENCES = {
    "a_person_holds_one_seat_at_a_time": _("They hold another seat on some of those days."),
    "a_mandate_has_days": _("A seat is held for one day at least."),
    "a_person_is_in_one_party_at_a_time": _("They belong to another party on some of those days."),
    "a_party_membership_has_days": _("It lasts one day at least."),
    "a_person_is_in_one_caucus_at_a_time": _(
        "They belong to another party caucus on some of those days."
    ),
    "a_caucus_membership_has_days": _("It lasts one day at least."),
    "a_person_sits_once_on_a_committee": _(
        "They sit on that committee already on some of those days."
    ),
    "a_committee_has_one_chair_at_a_time": _(
        "Another senator chairs that committee on some of those days."
    ),
    "a_committee_seat_has_days": _("It lasts one day at least."),
    "an_office_has_one_holder_at_a_time": _(
        "Somebody else holds that office on some of those days."
    ),
    "an_office_has_days": _("It lasts one day at least."),
    "a_senator_is_excluded_once_at_a_time": _(
        "They are already out of office on some of those days."
    ),
    "an_exclusion_has_days": _("It lasts one day at least."),
    "a_member_has_one_substitute_at_a_time": _(
        "That member has another substitute on some of those days."
    ),
    "a_substitute_stands_in_for_one_member": _(
        "They stand in for another member of that committee on some of those days."
    ),
    "nobody_stands_in_for_themselves": _("Nobody stands in for themselves."),
    "a_substitution_has_days": _("It lasts one day at least."),
}


@contextmanager
def said() -> Iterator[None]:
    """Run what writes; nothing of it stays if the database refuses.

    :raises RuleViolation: a constraint of the record forbids it; says which, in words
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refused:
        sentence = SENTENCES.get(constraint_of(refused))
        if sentence is None:
            raise
        raise RuleViolation(gettext(sentence)) from refused


def constraint_of(refused: IntegrityError) -> str:
    """The name of the constraint that was violated."""
    told = getattr(refused.__cause__, "diag", None)
    return getattr(told, "constraint_name", None) or ""
