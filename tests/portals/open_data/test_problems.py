"""Refusals: what a program is told when it asks wrongly, or when we fail."""

import logging

import pytest

from portals.open_data.pages import bills
from tests.factories.bills import BillFactory

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def test_an_unknown_parameter_is_refused_with_those_that_exist(client):
    response = client.get("/api/v1/committees?stado=publicado")

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": f"{SITE}/api/#problem-parameters",
        "title": "La consulta no se entiende",
        "status": 400,
        "detail": "stado: Parámetro desconocido.",
        "instance": "/api/v1/committees?stado=publicado",
        "errors": [
            {
                "parameter": "stado",
                "detail": "Parámetro desconocido.",
                "known": ["camara", "tipo", "pagina", "limite"],
            }
        ],
    }


def test_every_fault_is_said_at_once(client):
    response = client.get(
        "/api/v1/bills?estado=publicada&anio=dos&limite=101&include=authors,votos&x=1"
    )

    assert {fault["parameter"] for fault in response.json()["errors"]} == {
        "estado", "anio", "limite", "include", "x",
    }  # fmt: skip
    known = {fault["parameter"]: fault.get("known") for fault in response.json()["errors"]}
    assert known["estado"] == [
        "en-tramitacion", "publicado", "rechazado", "archivado", "retirado", "inadmisible",
        "terminado",
    ]  # fmt: skip
    assert "authors" in known["include"]


@pytest.mark.parametrize(
    "query",
    [
        "estado=publicado&estado=archivado",
        "pagina=inventada",
        "pagina=WzAsIDFd:abc",
        "limite=0",
        "limite=-1",
        "desde=2026-13-01",
        "desde=ayer",
        "comision=no%00hay",
        "comision=nadie",
        "materia=nada",
        "autor=nadie",
        "anio=99999999999999999999",
    ],
)
def test_what_means_nothing_is_refused(client, query):
    response = client.get(f"/api/v1/bills?{query}")

    assert response.status_code == 400
    assert [fault["parameter"] for fault in response.json()["errors"]] == [query.partition("=")[0]]


def test_the_cursor_of_another_list_is_refused(client):
    for number in range(1, 3):
        BillFactory(number=f"{number}-01")
    cursor = client.get("/api/v1/bills?limite=1").json()["next"].partition("pagina=")[2]

    assert client.get(f"/api/v1/senators?pagina={cursor}").status_code == 400


def test_an_empty_value_is_as_good_as_none(client):
    BillFactory(number="1-01")

    assert len(client.get("/api/v1/bills?estado=&comision=").json()["results"]) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/bills/99999-99",
        "/api/v1/bills/inventado",
        "/api/v1/bills/8575",
        "/api/v1/bills/8575-05/texts/1-mocion",
        "/api/v1/votes/374/39/1",
        "/api/v1/votes/0374/39/1",
        "/api/v1/votes/99999999999/1/1",
        "/api/v1/votes/99999/1/1",
        "/api/v1/votes/374/32768/1",
        "/api/v1/sessions/99999/1",
        "/api/v1/senators/nadie",
        "/api/v1/committees/ninguna",
        "/api/v1/sessions/374/1",
        "/api/v1/nada",
        "/proyectos/99999-99.json",
        "/proyectos/99999-99.atom",
        "/votaciones/374/39/1.csv",
        "/senadores/nadie.json",
        "/senadores/nadie.atom",
        "/senadores/nadie/votaciones.csv",
        "/comisiones/ninguna/agenda.ics",
        "/sesiones/374/1.json",
        "/sitemap-proyectos-2.xml",
        "/sitemap-nada-1.xml",
    ],
)
def test_what_is_not_there_is_a_problem_too(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert response.json() == {
        "type": f"{SITE}/api/#problem-absent",
        "title": "No hay nada en esta dirección",
        "status": 404,
        "detail": "Lo que se pide no existe o no está publicado.",
        "instance": path,
    }


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["/api/v1/bills", "/proyectos.csv", "/agenda.ics"])
def test_nothing_can_be_written(client, method, path):
    response = getattr(client, method)(path)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["type"] == f"{SITE}/api/#problem-method"


def test_another_format_has_another_address(client):
    response = client.get("/api/v1/bills", headers={"accept": "text/html"})

    assert response.status_code == 406
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["type"] == f"{SITE}/api/#problem-format"
    assert client.get("/proyectos.csv", headers={"accept": "text/html"}).status_code == 200


@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/html,*/*;q=0.8"])
def test_whoever_accepts_json_gets_it(client, accept):
    assert client.get("/api/v1/bills", headers={"accept": accept}).status_code == 200


def test_a_failure_of_ours_is_a_problem_without_its_cause(client, monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        raise RuntimeError("the cause, which is nobody's business")

    monkeypatch.setattr(bills, "list_bills", fail)
    client.raise_request_exception = False
    with caplog.at_level(logging.ERROR):
        response = client.get("/api/v1/bills")

    assert response.status_code == 500
    assert response.json()["type"] == f"{SITE}/api/#problem-failure"
    assert "cause" not in response.content.decode()
    assert "the cause" in caplog.text


def test_no_refusal_is_kept_by_anybody(client):
    for path in ("/api/v1/bills?x=1", "/api/v1/bills/1-01"):
        assert client.get(path).headers["Cache-Control"] == "no-store"


def test_every_refusal_can_be_read_from_any_site(client):
    for response in (
        client.get("/api/v1/bills?x=1"),
        client.get("/api/v1/nada"),
        client.post("/api/v1/bills"),
        client.get("/proyectos/1-01.json"),
    ):
        assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_an_address_with_a_slash_too_many_leads_to_the_right_one(client):
    response = client.get("/api/v1/bills/?estado=publicado")

    assert response.status_code == 301
    assert response.headers["Location"] == "/api/v1/bills?estado=publicado"
    assert client.get("/api/v1").headers["Location"] == "/api/v1/"
    assert client.get("/api/v1/nada/").status_code == 404
