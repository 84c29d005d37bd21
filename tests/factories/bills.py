"""Fictional bills and their journeys."""

from datetime import date, timedelta

import factory

from legislation.bills.enums import (
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyKind,
)
from legislation.bills.journey import BillPaper, StageEntry, Step, Urgency
from legislation.bills.models import (
    Authorship,
    Bill,
    BillSubject,
    BillText,
    MergedBill,
    Subject,
)
from legislation.people.enums import Chamber
from tests.factories.documents import ArticleFactory, DocumentFactory, VersionFactory

FILED_ON = date(2026, 3, 3)


class BillFactory(factory.django.DjangoModelFactory):
    """A motion filed in the Senate, in first reading."""

    class Meta:
        model = Bill

    number = factory.Sequence(lambda n: f"{10000 + n}-{n % 35 + 1:02}")
    title = factory.Sequence(lambda n: f"Proyecto {n} sobre plazos de espera")
    initiative = Initiative.MOTION
    origin_chamber = Chamber.SENATE
    filed_on = FILED_ON
    stage = Stage.FIRST
    chamber = factory.SelfAttribute("origin_chamber")
    status = Status.IN_PROGRESS
    last_step_on = FILED_ON


class SubjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Subject

    slug = factory.Sequence(lambda n: f"materia-{n}")
    name = factory.Sequence(lambda n: f"Materia {n}")


class BillSubjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = BillSubject

    bill = factory.SubFactory(BillFactory)
    subject = factory.SubFactory(SubjectFactory)
    position = factory.Sequence(lambda n: n + 1)


class AuthorshipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Authorship

    bill = factory.SubFactory(BillFactory)
    position = factory.Sequence(lambda n: n + 1)
    printed_name = factory.Sequence(lambda n: f"Apellido {n}, Nombre")


class MergedBillFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MergedBill

    bill = factory.SubFactory(BillFactory)
    position = factory.Sequence(lambda n: n + 1)
    number = factory.Sequence(lambda n: f"{20000 + n}-07")


class StageEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StageEntry

    bill = factory.SubFactory(BillFactory)
    position = factory.Sequence(lambda n: n + 1)
    stage = Stage.FIRST
    chamber = Chamber.SENATE
    entered_on = FILED_ON


class StepFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Step

    bill = factory.SubFactory(BillFactory)
    position = factory.Sequence(lambda n: n + 1)
    taken_on = FILED_ON
    description = "Ingreso de proyecto ."
    stage = Stage.FIRST
    stage_text = "Primer trámite constitucional"
    chamber = Chamber.SENATE


class UrgencyFactory(factory.django.DjangoModelFactory):
    """A «suma» urgency: fifteen days from the day after its notice."""

    class Meta:
        model = Urgency

    bill = factory.SubFactory(BillFactory)
    position = factory.Sequence(lambda n: n + 1)
    kind = UrgencyKind.SUMA
    chamber = Chamber.SENATE
    set_on = date(2026, 11, 14)
    due_on = factory.LazyAttribute(lambda urgency: urgency.set_on + timedelta(days=15))


class PaperFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = BillPaper

    bill = factory.SubFactory(BillFactory)
    kind = PaperKind.REPORT
    position = factory.Sequence(lambda n: n + 1)
    dated_on = FILED_ON
    title = "Primer informe de comisión de Salud"
    stage = Stage.FIRST
    document = factory.SubFactory(
        DocumentFactory, url=factory.Sequence(lambda n: f"https://papers.example/{n}")
    )


class BillTextFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = BillText

    bill = factory.SubFactory(BillFactory)
    position = factory.Sequence(lambda n: n + 1)
    slug = factory.LazyAttribute(lambda text: f"{text.position}-texto")
    kind = TextKind.FILED
    dated_on = FILED_ON
    version = factory.SubFactory(VersionFactory)


def text_with(bill: Bill, slug: str, *bodies: str, **fields: object) -> BillText:
    """A text of a bill whose articles 1, 2… say these things; an empty one is left out."""
    text: BillText = BillTextFactory(bill=bill, slug=slug, **fields)
    for position, body in enumerate(bodies, 1):
        if body:
            ArticleFactory(version=text.version, position=position, body=body)
    return text
