"""A bill approved in general, its term to amend it, and the officials who work on it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import translation

from legislation.amendments import services
from legislation.amendments.enums import AmendmentKind, Author, Body, Deed
from legislation.amendments.models import Amendment, AmendmentPaper
from legislation.amendments.proposals import Asking, Decision, Proposal, Ruling
from legislation.procedure.enums import ActKind, Requester
from tests.legislation.procedure.conftest import (
    AT,
    approver,
    committee,
    desk,
    drafter,
    floor,
    secretary,
)

__all__ = ["approver", "committee", "desk", "drafter", "floor", "secretary"]


def senators(count: int) -> tuple[str, ...]:
    return tuple(f"Apellido{n} Segundo, Persona" for n in range(count))


def a_proposal(on: date, **about) -> Proposal:
    return Proposal(
        **{
            "kind": AmendmentKind.REPLACE,
            "author": Author.SENATORS,
            "filed_on": on,
            "article_label": "Artículo 3",
            "article_eid": "art_3",
            "text": "Artículo 3.- El plazo será de treinta días.",
            "senators": senators(2),
            **about,
        }
    )


class Amending:
    """The committee's secretary at work on one paper, a week after the other acts."""

    def __init__(self, desk):
        self.desk, self.actor = desk, desk.secretary
        self.day = desk.day + timedelta(days=1)
        self.paper: AmendmentPaper | None = None

    def open(self, *, days: int = 7, **about) -> AmendmentPaper:
        self.paper = services.open_paper(
            dossier_id=self.desk.dossier.pk,
            opened_on=self.day,
            deadline_on=self.day + timedelta(days=days),
            actor=about.pop("actor", self.actor),
            at=AT,
            **about,
        )
        return self.paper

    def file(self, *, actor=None, **about) -> Amendment:
        return services.file_amendment(
            paper_id=self.paper.pk,
            proposal=a_proposal(about.pop("on", self.day), **about),
            actor=actor or self.actor,
            at=AT,
        )

    def close(self, *, on: date | None = None, actor=None, submits: bool = False):
        day = on or self.paper.deadline_on
        self.paper = services.close_paper(
            paper_id=self.paper.pk,
            closed_on=day,
            actor=actor or self.actor,
            at=AT,
            submits=submits,
        )
        self.day = day
        return self.paper

    def rule(self, amendment, deed=Deed.ADMIT, *, by=Body.COMMITTEE, actor=None, ground=None):
        return services.rule_admissibility(
            amendment_id=amendment.pk,
            ruling=Ruling(deed=deed, by=by, on=self.day, ground=ground),
            actor=actor or self.actor,
            at=AT,
        )

    def reconsider(self, amendment, *, by=Body.COMMITTEE, actor=None, ground=None, days: int = 0):
        on = self.day + timedelta(days=days)
        return services.reconsider(
            amendment_id=amendment.pk,
            ruling=Ruling(deed=Deed.RECONSIDER, by=by, on=on, ground=ground),
            actor=actor or self.actor,
            at=AT,
        )

    def decide(self, amendment, deed, *, actor=None, **about):
        return services.decide_outcome(
            amendment_id=amendment.pk,
            decision=Decision(deed=deed, on=self.day, **about),
            actor=actor or self.actor,
            at=AT,
        )

    def ask(self, service, amendment, requester=Requester.SENATOR, count: int = 0, **about):
        return service(
            amendment_id=amendment.pk,
            asking=Asking(
                on=self.desk.day if about.pop("at_desk", False) else self.day,
                requester=requester,
                senators=about.pop("senators", senators(count)),
            ),
            actor=about.pop("actor", self.actor),
            at=AT,
        )

    def rejected(self) -> Amendment:
        """One filed, admitted, rejected by the closed paper's committee, and reported."""
        self.open()
        amendment = self.rule(self.file())
        self.close()
        self.decide(amendment, Deed.REJECT, in_favour=1, against=4)
        self.desk.day = self.day
        self.desk.take(ActKind.REPORT_DETAIL, self.desk.secretary)
        return Amendment.objects.get(pk=amendment.pk)

    @property
    def is_pending(self) -> bool:
        self.desk.dossier.refresh_from_db()
        return self.desk.dossier.has_pending_amendments


@pytest.fixture
def in_committee(desk):
    """A bill in committee, not yet reported."""
    desk.take(ActKind.GIVE_NOTICE, desk.floor, committee=desk.committee.slug)
    return desk


@pytest.fixture
def amending(in_committee) -> Amending:
    """A bill approved in general."""
    in_committee.take(ActKind.REPORT, in_committee.secretary)
    in_committee.take(ActKind.APPROVE_GENERAL, in_favour=30, against=10, present=42)
    return Amending(in_committee)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are matched by their message ids."""
    with translation.override("en"):
        yield
