"""Every change has its sentence, its writer, its form and its address; none is forgotten."""

from datetime import date

import pytest

from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import EndCause
from legislation.membership.proposals import Change
from legislation.membership.services.applying import WRITERS
from legislation.membership.wording import SENTENCES, Names, describe
from legislation.people.enums import OfficeKind
from portals.officials.forms.people import FIELDS
from portals.officials.pages.person import SLUGS

NAMES = Names(
    person="Elisa Uribe",
    since=date(2026, 6, 3),
    until=date(2026, 8, 1),
    other="Irene Riffo",
    region="Región del Maule",
    party="Partido del Sur",
    committee="Comisión de Salud",
    office=OfficeKind.PRESIDENT,
)


def test_no_change_is_forgotten():
    every = set(K)
    assert set(SENTENCES) == set(FIELDS) == every
    assert set(WRITERS) == set(SLUGS) == every - {K.REGISTER}
    assert len(set(SLUGS.values())) == len(SLUGS)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            K.REPLACE,
            "Elisa Uribe ocupa la vacante de Irene Riffo por la Región del Maule, por designación "
            "de Partido del Sur, desde el 3 de junio de 2026 y hasta antes del 1 de agosto de 2026.",
        ),
        (
            K.SUBSTITUTE,
            "Elisa Uribe reemplaza a Irene Riffo en la Comisión de Salud desde el 3 de junio de "
            "2026 y hasta antes del 1 de agosto de 2026.",
        ),
        (
            K.TAKE_OFFICE,
            "Elisa Uribe asume la Presidencia del Senado desde el 3 de junio de 2026 y hasta antes "
            "del 1 de agosto de 2026.",
        ),
        (
            K.END_SEAT,
            "Elisa Uribe deja su escaño por la Región del Maule el 3 de junio de 2026, por la causa "
            "que se indica.",
        ),
    ],
)
def test_a_change_is_told_in_spanish(kind, sentence):
    assert describe(kind, NAMES) == sentence


def test_a_change_is_read_as_it_was_written():
    change = Change(
        kind=K.END_SEAT,
        since=date(2026, 6, 3),
        until=date(2030, 3, 11),
        reason="Renuncia.",
        cause=EndCause.RESIGNATION,
        constituency=9,
        ran_in_list=True,
    )
    assert Change.from_json(change.as_json()) == change
