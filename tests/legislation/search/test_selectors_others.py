from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legislation.bills.enums import BillKind
from legislation.people.enums import Chamber
from legislation.search.enums import Found
from legislation.search.questions import Question, read_number
from legislation.search.selectors import (
    CommitteeHit,
    NamedBill,
    NamedSession,
    SenatorHit,
    Tally,
    find_others,
    named_by,
    spelt_better,
)
from legislation.search.services import rebuild_words
from legislation.sessions.enums import SessionState
from tests.factories.bills import (
    BillFactory,
)
from tests.factories.people import (
    CommitteeFactory,
    PartyFactory,
    PersonFactory,
    days,
    senator,
)
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
DEFAULTS = {"title": "Protege los glaciares", "filed_on": date(2020, 1, 1)}


def bill(number: str, **fields):
    return BillFactory(number=number, **(DEFAULTS | fields))


class TestOthers:
    def others(self, words: str, *shown: Found, **kwargs):
        return find_others(Question(words=words), shown or tuple(Found), on=TODAY, **kwargs)

    def test_votes_are_found_by_what_was_put_to_them(self):
        filed = BillFactory(number="8575-05", title="Sobre hielos")
        vote = take_vote(subject="Protección de glaciares", totals=(3, 2, 1, 0), bill=filed)
        take_vote(subject="Otra cosa", totals=(1, 0, 0, 0))

        result = self.others("glaciar")

        (hit,) = result.votes
        assert hit.subject == "Protección de \ue000glaciares\ue001"
        assert (hit.session_number, hit.position) == (vote.session.number, 1)
        assert (hit.yes, hit.no, hit.abstain, hit.result) == (3, 2, 1, vote.result)
        assert (hit.bill_number, hit.taken_on) == ("8575-05", vote.taken_on)
        assert result.counts[Found.VOTES] == Tally(1)

    def test_published_totals_count_where_no_ballot_is_kept(self):
        take_vote(subject="Glaciares", totals=(0, 0, 0, 0), published=(7, 5, 1, 2))

        (hit,) = self.others("glaciares").votes

        assert (hit.yes, hit.no, hit.abstain, hit.paired) == (7, 5, 1, 2)

    def test_votes_of_committees_have_no_address_and_are_not_given(self):
        room = CommitteeFactory()
        take_vote(subject="Glaciares", totals=(1, 0, 0, 0), session=committee_sitting(room, TODAY))

        assert self.others("glaciares").counts[Found.VOTES] == Tally(0)

    def test_sessions_are_found_once_by_their_agenda(self):
        floor = sitting(39, legislature=372, held_on=date(2024, 8, 6), state=SessionState.HELD)
        list_item(floor, "Otra cosa")
        list_item(floor, "Protege los glaciares")
        list_item(floor, "Más glaciares")
        room = CommitteeFactory(name="Medio Ambiente", slug="medio-ambiente")
        list_item(committee_sitting(room, date(2026, 8, 6)), "Glaciares")

        result = self.others("glaciares")

        newest, oldest = result.sessions
        assert (newest.committee, newest.committee_slug) == ("Medio Ambiente", "medio-ambiente")
        assert (oldest.legislature, oldest.number, oldest.committee) == (372, 39, None)
        assert oldest.heading == "Protege los \ue000glaciares\ue001"
        assert result.counts[Found.SESSIONS] == Tally(2)

    @pytest.mark.parametrize("asked", ["ñancupil", "nancupil ines", "Senadora Inés ñan", "INES"])
    def test_people_are_found_by_the_beginnings_of_their_names(self, asked):
        senator("Inés Ñancupil Riffo", region="nuble", party=PartyFactory(name="Unión"), slug="a")
        senator("Raúl Zúñiga Inestroza")

        assert self.others(asked).senators[:1] == (
            SenatorHit("a", "Inés Ñancupil Riffo", "Ñuble", is_in_office=True, party="Unión"),
        )

    def test_who_held_a_seat_before_is_said_to_hold_none(self):
        senator("Inés Calfún Riffo", during=days(date(2014, 3, 11), date(2022, 3, 11)))
        PersonFactory(given_names="Inés", paternal_surname="Abarca")

        abarca, calfun = self.others("inés").senators

        assert (abarca.region, abarca.is_in_office) == (None, None)
        assert (calfun.region, calfun.is_in_office) == ("Maule", False)

    def test_a_hyphenated_or_compound_surname_is_found_by_any_of_its_parts(self):
        PersonFactory(
            given_names="Ana", paternal_surname="San Martín-Uribe", maternal_surname="Riffo"
        )

        assert self.others("uribe").counts[Found.SENATORS] == Tally(1)
        assert self.others("martin").counts[Found.SENATORS] == Tally(1)
        assert self.others("artin").counts[Found.SENATORS] == Tally(0)

    def test_committees_of_the_senate_come_first(self):
        CommitteeFactory(slug="c", name="Salud", chamber=Chamber.DEPUTIES, kind="UNSTATED")
        CommitteeFactory(slug="s", name="Salud", chamber=Chamber.SENATE)

        assert self.others("comisión de salud").committees == (
            CommitteeHit("s", "Salud", "PERMANENT", "SENATE"),
            CommitteeHit("c", "Salud", "UNSTATED", "DEPUTIES"),
        )

    def test_what_is_not_shown_is_counted_all_the_same(self):
        CommitteeFactory(name="Salud")
        senator("Salud Calfún Riffo")

        result = self.others("salud", Found.SENATORS)

        assert result.committees == ()
        assert result.counts[Found.COMMITTEES] == Tally(1)
        assert len(result.senators) == 1


class TestNumbers:
    def test_a_whole_number_names_its_bill_and_not_the_matter(self):
        bill("8575-05")
        bill("8575-05", kind=BillKind.MATTER)

        assert named_by(read_number("8575-05")) == NamedBill("BILL", "8575-05")
        assert named_by(read_number("S 8575-05")) == NamedBill("MATTER", "8575-05")

    @pytest.mark.parametrize("typed", ["20641", "20.641", "ley 20.641"])
    def test_a_law_number_names_the_bill_that_it_was(self, typed):
        bill("8575-05", law_number=20641)

        assert named_by(read_number(typed)) == NamedBill("BILL", "8575-05")

    def test_two_bills_that_became_one_law_are_named_by_nobody(self):
        bill("1-01", law_number=20641)
        bill("2-01", law_number=20641)

        assert named_by(read_number("ley 20.641")) is None

    def test_a_number_that_is_a_bills_and_a_laws_names_neither_unless_it_says_which(self):
        bill("18001-07")
        bill("500-07", law_number=18001)

        assert named_by(read_number("18.001")) is None
        assert named_by(read_number("boletín 18001")) == NamedBill("BILL", "18001-07")
        assert named_by(read_number("ley 18.001")) == NamedBill("BILL", "500-07")

    def test_a_bill_that_became_the_law_of_its_own_number_is_named(self):
        bill("18001-07", law_number=18001)

        assert named_by(read_number("18001")) == NamedBill("BILL", "18001-07")

    def test_a_session_is_of_the_floor(self):
        committee_sitting(CommitteeFactory(), TODAY)
        sitting(39, legislature=372)

        assert named_by(read_number("39/372")) == NamedSession(372, 39)
        assert named_by(read_number("40/372")) is None


class TestBetterWords:
    def test_a_slip_is_put_right_with_the_accents_of_the_record(self):
        bill("1-01", title="Regula la minería del litio")
        rebuild_words()

        with CaptureQueriesContext(connection) as queries:
            assert spelt_better("minreia del lito") == "minería del litio"

        assert len(queries) == 1

    def test_words_that_the_record_knows_are_left_alone(self):
        bill("1-01", title="Regula la minería")
        rebuild_words()

        assert spelt_better("mineria") is None

    def test_numbers_and_short_words_ask_nothing(self):
        with CaptureQueriesContext(connection) as queries:
            assert spelt_better("ley 20641") is None

        assert len(queries) == 0
