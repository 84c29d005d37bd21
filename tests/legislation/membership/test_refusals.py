"""Every constraint on what a person holds has a sentence, for nobody is to read a code."""

import pytest
from django.db import IntegrityError, connection, transaction

from legislation.errors import RuleViolation
from legislation.membership.enums import ChangeKind
from legislation.membership.models import PersonAct
from legislation.membership.selectors import TABLES
from legislation.membership.services.refusals import SENTENCES, said
from legislation.people.models import Mandate, Person, Substitution
from tests.factories.people import CommitteeFactory, constituency, days, senator


def test_each_constraint_of_the_tables_has_a_sentence_and_no_sentence_is_of_none():
    names = {one.name for table in TABLES.values() for one in table._meta.constraints}
    assert set(SENTENCES) == names


@pytest.mark.django_db
def test_the_database_has_those_constraints_by_those_names():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint")
        names = {name for (name,) in cursor.fetchall()}
    assert set(SENTENCES) - names == set()


@pytest.mark.django_db
def test_a_second_seat_is_refused_in_words():
    person = senator()
    with pytest.raises(RuleViolation, match="another seat"), said():
        Mandate.objects.create(person=person, constituency=constituency("maule"), during=days())
    assert Mandate.objects.count() == 1


@pytest.mark.django_db
def test_standing_in_for_oneself_is_refused_in_words():
    person = senator()
    with pytest.raises(RuleViolation, match="Nobody stands in for themselves"), said():
        Substitution.objects.create(
            committee=CommitteeFactory(), member=person, substitute=person, during=days()
        )


@pytest.mark.django_db
def test_what_has_no_sentence_is_not_hidden():
    with pytest.raises(IntegrityError), said():
        Person.objects.create(slug="nadie", given_names="", paternal_surname="")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE legislation_personact SET reason = 'otra'",
        "DELETE FROM legislation_personact",
        "SET LOCAL senado.allow_truncate = off; SET CONSTRAINTS ALL IMMEDIATE;"
        " TRUNCATE legislation_personact",
    ],
)
def test_no_change_is_altered_or_deleted(secretariat, statement):
    secretariat.propose(senator(), ChangeKind.SUSPEND)
    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert PersonAct.objects.get().reason == "Acuerdo de la Sala."
