"""Opens dossiers: what is filed here, what arrives, and what was on record already."""

import re
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.bills.enums import BillKind, Initiative, Stage
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.events.services import record
from legislation.people.enums import Chamber
from legislation.procedure import permissions
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.events import BillFiled, DossierOpened
from legislation.procedure.guards import years_after
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.models import Dossier, Signatory
from legislation.procedure.places import TAKEN_UP
from legislation.procedure.proposals import Filing, Step
from legislation.procedure.selectors.terms import number_on
from legislation.procedure.services.acting import add_act
from legislation.procedure.services.numbering import next_number, note_given
from legislation.procedure.terms import Term

WELL_FORMED = re.compile(r"[0-9]{1,5}-[0-9]{2}")


@transaction.atomic
def file_bill(*, filing: Filing, actor: Actor, at: datetime, submits: bool = False) -> Dossier:
    """Enter a message or motion that begins in the Senate and give it its number.

    Nothing of it is public until its acts are published (LOC 13: no body may study it before
    notice is given).

    :param submits: ask a second person to approve its words in the same breath
    :raises NotPermitted: the actor does not enter bills
    :raises Unlawful: too many sign it, or too few; its matter begins in the other chamber; it
        mixes a reform with ordinary law; it was rejected within the year (CPR 65, 68; LOC 12-15)
    """
    permissions.can_file(actor).require()
    _check_filing(filing, Chamber.SENATE)
    dossier = _open(filing, next_number(BillKind.BILL, filing.suffix), Chamber.SENATE)
    step = Step(kind=ActKind.FILE, taken_on=filing.filed_on)
    return _enter(dossier, step, actor, at, submits=submits)


@transaction.atomic
def receive_bill(
    *,
    filing: Filing,
    number: str,
    letter: str,
    actor: Actor,
    at: datetime,
    submits: bool = False,
) -> Dossier:
    """Enter a bill that the Chamber of Deputies approved and sent by letter, under its number.

    :param number: as that chamber gave it, such as 18230-13
    :param letter: number of the letter that brought it
    :param submits: ask a second person to approve its words in the same breath
    :raises NotPermitted: the actor does not enter bills
    :raises Unlawful: its matter begins in the Senate, or too many sign it
    :raises RuleViolation: the number is malformed, or on record already
    """
    permissions.can_file(actor).require()
    if not WELL_FORMED.fullmatch(number):
        raise RuleViolation(_("A number has up to five digits, a hyphen and two: 18230-13."))
    _check_filing(filing, Chamber.DEPUTIES)
    note_given(BillKind.BILL, number)
    dossier = _open(filing, number, Chamber.DEPUTIES)
    step = Step(kind=ActKind.RECEIVE, taken_on=filing.filed_on, details=ActDetails(letter=letter))
    return _enter(dossier, step, actor, at, submits=submits)


@transaction.atomic
def take_up(*, number: str, actor: Actor, at: datetime) -> Dossier:
    """Open a dossier for a bill of the record that was observed elsewhere until now.

    It stands at the first step of the stage that the record shows; opened twice, it is the same.

    :raises NotPermitted: the actor does not enter bills
    :raises RuleViolation: there is no such bill, or its stage cannot be taken up
    """
    permissions.can_take_up(actor).require()
    bill = Bill.objects.select_for_update().filter(kind=BillKind.BILL, number=number).first()
    if bill is None:
        raise RuleViolation(_("No bill of the record has that number."))
    held = Dossier.objects.filter(bill=bill).first()
    if held is not None:
        return held
    standing = TAKEN_UP.get((Stage(bill.stage), Chamber(bill.origin_chamber)))
    if standing is None:
        raise RuleViolation(_("A bill at this stage cannot be taken up here."))
    dossier = Dossier.objects.create(
        kind=bill.kind,
        number=bill.number,
        bill=bill,
        title=bill.title,
        initiative=bill.initiative,
        origin_chamber=bill.origin_chamber,
        filed_on=bill.filed_on,
        standing=standing,
        committee_id=bill.committee_id,
        stands_since=bill.last_step_on,
    )
    record(
        DossierOpened(number=bill.number, standing=standing),
        actor=actor,
        object_kind="bill",
        object_key=bill.number,
    )
    return dossier


def _open(filing: Filing, number: str, origin: Chamber) -> Dossier:
    is_ours = origin == Chamber.SENATE
    dossier = Dossier.objects.create(
        number=number,
        title=filing.title.strip(),
        grounds=filing.grounds,
        initiative=filing.initiative,
        origin_chamber=origin,
        filed_on=filing.filed_on,
        standing=Standing.FILED if is_ours else Standing.SECOND_NOTICE,
        is_treaty=filing.is_treaty,
        is_exclusive=filing.is_exclusive,
        needs_court_control=filing.needs_court_control,
        stands_since=filing.filed_on,
    )
    chamber = "" if filing.initiative == Initiative.MESSAGE else origin
    Signatory.objects.bulk_create(
        Signatory(
            dossier=dossier,
            position=position,
            chamber=chamber,
            printed_name=signature.printed_name,
            person_id=signature.person_id,
        )
        for position, signature in enumerate(filing.signatures, start=1)
    )
    return dossier


def _enter(dossier: Dossier, step: Step, actor: Actor, at: datetime, *, submits: bool) -> Dossier:
    add_act(
        dossier,
        step,
        submits=submits,
        actor=actor,
        at=at,
        announce=BillFiled(
            number=dossier.number,
            initiative=dossier.initiative,
            origin_chamber=dossier.origin_chamber,
            title=dossier.title,
        ),
    )
    return dossier


def _check_filing(filing: Filing, origin: Chamber) -> None:
    """What the law asks of a bill when it enters (CPR 65 and 68; LOC 12 to 15)."""
    if not filing.title.strip():
        raise RuleViolation(_("A bill needs a title."))
    _check_signatures(filing, origin)
    if filing.only_deputies and origin == Chamber.SENATE:
        raise Unlawful(
            _("Taxes, the budgets of the State and recruitment begin in the Chamber of Deputies."),
            "Constitución, art. 65; Ley 18.918, art. 12",
        )
    if filing.only_senate and origin == Chamber.DEPUTIES:
        raise Unlawful(
            _("Amnesties and general pardons begin in the Senate."),
            "Constitución, art. 65; Ley 18.918, art. 12",
        )
    if filing.mixes_reform:
        raise Unlawful(
            _("A bill does not mix ordinary law with a reform of the Constitution."),
            "Ley 18.918, art. 15",
        )
    if filing.is_treaty and filing.initiative != Initiative.MESSAGE:
        raise Unlawful(
            _("Only the President submits treaties."), "Constitución, arts. 32 N° 15 y 54 N° 1"
        )
    _check_renewal(filing)


def _check_signatures(filing: Filing, origin: Chamber) -> None:
    if filing.initiative == Initiative.MESSAGE:
        return
    term = Term.SENATORS_OF_A_MOTION if origin == Chamber.SENATE else Term.DEPUTIES_OF_A_MOTION
    most = number_on(term, filing.filed_on)
    if not 1 <= len(filing.signatures) <= most.number:
        raise Unlawful(
            _("A motion is signed by one to %(most)s members of its chamber.")
            % {"most": most.number},
            most.citation,
        )


def _check_renewal(filing: Filing) -> None:
    if not filing.renews:
        return
    rejected = Dossier.objects.filter(
        kind=BillKind.BILL, number=filing.renews, standing=Standing.REJECTED_GENERAL
    ).first()
    if rejected is None:
        return
    bar = number_on(Term.YEARS_TO_RENEW_A_BILL, filing.filed_on)
    ends = years_after(rejected.stands_since, bar.number)
    if filing.filed_on < ends:
        raise Unlawful(
            _("It was rejected in general on %(day)s: it may be renewed from %(ends)s.")
            % {"day": rejected.stands_since.isoformat(), "ends": ends.isoformat()},
            bar.citation,
        )
