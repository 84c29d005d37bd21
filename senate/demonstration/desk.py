"""What lies on the fictional officials' desks today: through the very services that they use."""

from datetime import date, datetime, timedelta

from accounts.actors import Actor
from accounts.models import User
from accounts.selectors import actor_for
from legislation.bills.enums import BillKind, Initiative, Stage, Status
from legislation.bills.models import Bill
from legislation.people.enums import Chamber
from legislation.people.models import Committee, Person
from legislation.procedure import services
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind, Requester
from legislation.procedure.models import Act, Dossier
from legislation.procedure.proposals import Filing, Signature, Step
from senate.demonstration.accounts import DOMAIN

TAKEN_UP = 12
MOTION = "Proyecto de ley que obliga a informar en lenguaje claro el costo total de los créditos"
WAITING = "Proyecto de ley que crea un registro público de humedales urbanos restaurados"
DRAFT = "Proyecto de ley que regula el horario de los avisos luminosos junto a viviendas"


class Office:
    """The officials, as actors whose passkey has just proved them."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self.drafter = self._actor("redaccion.1")
        self.other_drafter = self._actor("redaccion.2")
        self.approver = self._actor("aprobacion")
        self.floor = self._actor("sala")

    def _actor(self, local: str) -> Actor:
        user = User.objects.get(email=f"{local}@{DOMAIN}")
        return actor_for(user, at=self._at, confirmed_at=self._at)


def record_desk_work(on: date, at: datetime) -> int:
    """Leave on the desks what a working day finds there; how many bills are kept here then.

    A motion that is public, with notice given today that waits for a second person; one that
    waits for approval; a draft; and bills of the record taken up, one with an urgency asked.
    """
    office = Office(at)
    _a_motion_on_its_way(office, on, at)
    _file(office.other_drafter, WAITING, 12, on - timedelta(days=1), at, submits=True)
    _file(office.drafter, DRAFT, 14, on, at, submits=False)
    numbers = _taken_up(office, at)
    before_a_chamber = Dossier.objects.filter(number__in=numbers).exclude(standing="PRESIDENT")
    for number in before_a_chamber.order_by("-serial").values_list("number", flat=True)[:1]:
        _ask_urgency(office, number, on, at)
    return len(numbers) + 3


def _file(
    actor: Actor, title: str, suffix: int, filed_on: date, at: datetime, *, submits: bool
) -> int:
    filing = Filing(
        title=title,
        initiative=Initiative.MOTION,
        suffix=suffix,
        filed_on=filed_on,
        signatures=_signatures(suffix),
    )
    return services.file_bill(filing=filing, actor=actor, at=at, submits=submits).pk


def _signatures(seed: int) -> tuple[Signature, ...]:
    """Two or three fictional senators, always the same for a bill."""
    seated = Person.objects.filter(mandates__isnull=False).order_by("sort_key", "pk").distinct()
    people = list(seated)[seed : seed + 2 + seed % 2]
    return tuple(
        Signature(
            printed_name=f"{one.paternal_surname} {one.maternal_surname}, {one.given_names}",
            person_id=one.pk,
        )
        for one in people
    )


def _a_motion_on_its_way(office: Office, on: date, at: datetime) -> None:
    pk = _file(office.drafter, MOTION, 3, on - timedelta(days=6), at, submits=True)
    filed = Act.objects.get(dossier=pk, kind=ActKind.FILE)
    services.approve_act(publication_id=filed.publication_id, actor=office.approver, at=at)
    committee = Committee.objects.filter(chamber=Chamber.SENATE).order_by("sort_key").first()
    services.take_act(
        dossier_id=pk,
        step=Step(
            kind=ActKind.GIVE_NOTICE,
            taken_on=on,
            details=ActDetails(committee=committee.slug if committee else ""),
        ),
        actor=office.floor,
        at=at,
        submits=True,
    )


def _taken_up(office: Office, at: datetime) -> list[str]:
    """The bills that moved last among those in the Senate's hands."""
    rows = Bill.objects.filter(
        kind=BillKind.BILL,
        status=Status.IN_PROGRESS,
        stage__in=(Stage.FIRST, Stage.SECOND, Stage.THIRD, Stage.PRESIDENT),
    ).order_by("-last_step_on", "-id")
    numbers = list(rows.values_list("number", flat=True)[:TAKEN_UP])
    for number in numbers:
        services.take_up(number=number, actor=office.drafter, at=at)
    return numbers


def _ask_urgency(office: Office, number: str, on: date, at: datetime) -> None:
    dossier = Dossier.objects.get(number=number)
    services.take_act(
        dossier_id=dossier.pk,
        step=Step(
            kind=ActKind.SET_URGENCY,
            taken_on=on,
            details=ActDetails(
                urgency="SUMA", requester=Requester.PRESIDENT, letter=f"{on:%j}-{on:%y}"
            ),
        ),
        actor=office.drafter,
        at=at,
        submits=True,
    )
