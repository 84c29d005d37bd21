"""The Cuenta: what waits for notice, in the order of the law."""

import pytest

from tests.portals.officials.conftest import HOME, file_one

ADDRESS = f"{HOME}cuenta/"


def test_the_president_comes_before_the_senators(drafter):
    motion = file_one(drafter, title="Proyecto de ley sobre humedales")
    message = file_one(
        drafter, title="Proyecto de ley sobre puertos", initiative="MESSAGE", signatures=()
    )
    page = drafter.get(ADDRESS).content.decode()
    assert page.index(message.title) < page.index(motion.title)


def test_of_a_motion_on_what_is_the_presidents_no_notice_is_offered(drafter):
    dossier = file_one(drafter, is_exclusive=True)
    page = drafter.get(ADDRESS).content.decode()
    assert f"proyectos/{dossier.number}/actos/declarar-inadmisible/" in page
    assert f"proyectos/{dossier.number}/actos/dar-cuenta/" not in page


def test_with_nothing_waiting_it_says_so(drafter):
    assert "<table" not in drafter.get(ADDRESS).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_any_number_of_papers(drafter, count, django_assert_num_queries):
    for _ in range(count):
        file_one(drafter)
    drafter.get(ADDRESS)
    with django_assert_num_queries(5):
        page = drafter.get(ADDRESS).content.decode()
    assert page.count('<th scope="row"') == count
