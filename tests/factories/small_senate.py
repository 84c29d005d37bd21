"""A whole Senate in miniature, fictional: at least one of everything that has an address."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from legislation.bills.enums import BillKind, PaperKind, Stage, Status, TextKind
from legislation.bills.models import Bill, BillText
from legislation.people.enums import CommitteeRole, OfficeKind
from legislation.people.models import Committee, Party, Person
from legislation.provenance.models import Source
from legislation.search.services import index_bills, rebuild_words
from legislation.sessions.enums import AttendanceState, SessionKind, SessionState
from legislation.sessions.models import Session
from legislation.votes.models import Vote
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    MergedBillFactory,
    PaperFactory,
    StageEntryFactory,
    StepFactory,
    SubjectFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    CommitteeSeatFactory,
    OfficeFactory,
    PartyFactory,
    RosterSpanFactory,
    senator,
)
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting, take_vote

SAT_ON = date(2026, 10, 7)
READ_AT = datetime(2026, 11, 1, 12, 30, tzinfo=UTC)


@dataclass(frozen=True)
class SmallSenate:
    bill: Bill
    matter: Bill
    texts: tuple[BillText, ...]
    irene: Person
    bruno: Person
    celia: Person
    party: Party
    committee: Committee
    session: Session
    coming: Session
    vote: Vote
    secret_vote: Vote


def a_small_senate() -> SmallSenate:
    """Three senators, a bill with everything, a matter, two sittings of the floor, two of a
    committee, a vote with ballots and one without."""
    source = Source.objects.create(
        name="17345-11.xml",
        url="https://source.example/17345",
        sha256="a" * 64,
        size=1,
        read_at=READ_AT,
    )
    party = PartyFactory(slug="del-sur", name="Partido del Sur", abbreviation="PS")
    caucus = CaucusFactory(slug="bancada-sur", name="Bancada del Sur", abbreviation="BS")
    irene = senator(
        "Irene Calfún Ovalle", slug="irene-calfun", party=party, caucus=caucus, senate_id=901
    )
    bruno = senator("Bruno Pellero", slug="bruno-pellero", region="nuble")
    celia = senator("Celia Ñancupil", slug="celia-nancupil", region="biobio")
    RosterSpanFactory()
    OfficeFactory(person=irene, kind=OfficeKind.PRESIDENT)
    committee = CommitteeFactory(name="Comisión de Salud", slug="salud")
    CommitteeSeatFactory(committee=committee, person=irene, role=CommitteeRole.CHAIR)
    bill = _whole_bill(committee, irene, source)
    matter = BillFactory(
        number="2734-14", kind=BillKind.MATTER, title="Un asunto", last_step_on=date(2026, 4, 1)
    )
    session = sitting(
        39,
        held_on=SAT_ON,
        kind=SessionKind.ORDINARY,
        starts_at=datetime(2026, 10, 7, 19, tzinfo=UTC),
        attendance={
            irene: AttendanceState.PRESENT,
            bruno: AttendanceState.PRESENT,
            celia: (AttendanceState.JUSTIFIED, "Licencia médica"),
        },
    )
    list_item(session, bill=bill)
    StepFactory(
        bill=bill, position=2, taken_on=SAT_ON, description="Discusión general",
        legislature_number=374, session_number=39,
    )  # fmt: skip
    coming = sitting(40, held_on=date(2026, 12, 1), state=SessionState.SUMMONED)
    list_item(committee_sitting(committee, date(2026, 10, 6)))
    committee_sitting(committee, date(2026, 12, 2), state=SessionState.CANCELLED, revision=2)
    return SmallSenate(
        bill=bill,
        matter=matter,
        texts=tuple(bill.texts.order_by("position")),
        irene=irene,
        bruno=bruno,
        celia=celia,
        party=party,
        committee=committee,
        session=session,
        coming=coming,
        vote=take_vote(
            session=session, yes=[irene], no=[bruno], bill=bill, in_office=3, position=1
        ),
        secret_vote=take_vote(session=session, totals=(2, 0, 0, 0), position=2),
    )


def _whole_bill(committee: Committee, author: Person, source: Source) -> Bill:
    bill = BillFactory(
        number="17345-11",
        title="Fija plazos máximos de espera",
        plain_title="Esperas más cortas",
        committee=committee,
        source=source,
        stage=Stage.FIRST,
        status=Status.IN_PROGRESS,
        last_step_on=SAT_ON,
    )
    AuthorshipFactory(bill=bill, position=1, printed_name="Calfún Ovalle, Irene", person=author)
    AuthorshipFactory(bill=bill, position=2, printed_name="Alguien, Otro")
    BillSubjectFactory(bill=bill, position=1, subject=SubjectFactory(name="Salud", slug="salud"))
    StageEntryFactory(bill=bill, position=1)
    StepFactory(bill=bill, position=1, description="Ingreso de proyecto")
    UrgencyFactory(bill=bill, position=1, set_on=date(2026, 10, 1))
    MergedBillFactory(bill=bill, position=1, number="17001-11", is_lead=True)
    PaperFactory(bill=bill, position=1, committee=committee)
    PaperFactory(bill=bill, position=1, kind=PaperKind.AMENDMENTS, title="Indicaciones")
    text_with(bill, "1-mocion", "Esta ley fija plazos.", position=1)
    text_with(
        bill, "2-informe", "Esta ley fija plazos máximos.", position=2, kind=TextKind.FIRST_REPORT
    )
    return bill


def make_searchable() -> None:
    """What the import and the seed do at their end."""
    index_bills(None)
    rebuild_words()


__all__ = ["SmallSenate", "a_small_senate", "make_searchable"]
