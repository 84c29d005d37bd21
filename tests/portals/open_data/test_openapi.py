"""The OpenAPI document is valid, complete, and true: every operation answers as it says."""

import copy
import json
from typing import Any

import pytest
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from portals.open_data.urls import api
from tests.factories.bills import text_with

# Where each operation with a place in its path has something to answer.
PLACES = {
    "bill": {"number": "17345-11"},
    "bill_text": {"number": "17345-11", "slug": "1-mocion"},
    "matter": {"number": "2734-14"},
    "matter_text": {"number": "2734-14", "slug": "1-oficio"},
    "vote": {"legislature": 374, "session": 39, "position": 1},
    "senator": {"slug": "irene-calfun"},
    "committee": {"slug": "salud"},
    "session": {"legislature": 374, "number": 39},
    "committee_session": {"slug": "salud", "legislature": 374},
}
NOWHERE = {
    "number": "99999-99", "slug": "nadie", "legislature": 1, "session": 1, "position": 1,
}  # fmt: skip


def document_of(client, query: str = "") -> dict[str, Any]:
    return client.get(f"/api/v1/openapi.json{query}").json()


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(path, methods["get"]) for path, methods in document["paths"].items()]


def strict(document: dict[str, Any]) -> dict[str, Any]:
    """The same document, in which a field that is not described is wrong."""
    closed = copy.deepcopy(document)
    for shape in closed["components"]["schemas"].values():
        shape["additionalProperties"] = False
    return closed


def validator(document: dict[str, Any], operation: dict[str, Any], status: str) -> Any:
    (content,) = operation["responses"][status]["content"].values()
    schema = {**content["schema"], "components": document["components"]}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.fixture
def whole(senate):
    """Also a text of the matter, and a sitting of the committee that can be named."""
    text_with(senate.matter, "1-oficio", "Artículo.", position=1)
    number = senate.committee.sessions.order_by("held_on").first().number
    return PLACES | {"committee_session": PLACES["committee_session"] | {"number": number}}


@pytest.mark.parametrize("query", ["", "?idioma=es", "?idioma=en"])
def test_the_document_is_valid(client, query):
    document = document_of(client, query)

    validate_schema(document)
    assert document["openapi"] == "3.1.0"


def test_the_document_has_every_route_of_the_api(client):
    routes = {
        "/" + str(pattern.pattern).replace("<from_one:", "{").replace("<slug:", "{")
        .replace("<bill_number:", "{").replace(">", "}")
        for pattern in api.urlpatterns
    }  # fmt: skip

    assert document_of(client)["paths"].keys() == routes


def test_every_operation_has_its_own_name_and_says_what_it_is_for(client):
    for language in ("es", "en"):
        described = operations(document_of(client, f"?idioma={language}"))
        names = [operation["operationId"] for _path, operation in described]
        assert len(set(names)) == len(names)
        assert all(operation["summary"] for _path, operation in described)
        for _path, operation in described:
            assert all(one["description"] for one in operation.get("parameters", ()))


def test_the_document_speaks_the_language_asked_for(client):
    assert document_of(client)["info"]["title"] == "Datos abiertos del Senado de Chile"
    assert document_of(client, "?idioma=en")["info"]["title"] == "Open data of the Senate of Chile"


@pytest.mark.django_db
def test_every_operation_answers_as_documented(client, whole):
    document = strict(document_of(client))
    answered = 0
    for path, operation in operations(document):
        address = path.format(**whole.get(operation["operationId"], {}))
        response = client.get(address)
        assert response.status_code == 200, address
        errors = list(validator(document, operation, "200").iter_errors(response.json()))
        assert errors == [], f"{address}: {errors[0].json_path} {errors[0].message}"
        answered += 1
    assert answered == len(api.urlpatterns)


@pytest.mark.django_db
def test_every_list_answers_as_documented_with_everything_included(client, whole):
    document = strict(document_of(client))
    checked = []
    for path, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            if parameter["name"] == "include":
                everything = ",".join(parameter["schema"]["items"]["enum"])
                response = client.get(f"{path}?include={everything}")
                errors = list(validator(document, operation, "200").iter_errors(response.json()))
                assert errors == [], f"{path}: {errors[0].json_path} {errors[0].message}"
                assert response.json()["results"]
                checked.append(operation["operationId"])
    assert checked == ["list_bills", "list_matters", "list_sessions", "list_votes"]


@pytest.mark.django_db
def test_every_documented_word_of_every_parameter_is_understood(client, whole):
    asked = 0
    for path, operation in operations(document_of(client)):
        address = path.format(**whole.get(operation["operationId"], {}))
        for parameter in operation.get("parameters", ()):
            for word in parameter["schema"].get("enum", ()):
                response = client.get(f"{address}?{parameter['name']}={word}")
                assert response.status_code == 200, response.json()
                asked += 1
    assert asked > 60


@pytest.mark.django_db
def test_every_operation_refuses_as_documented(client, whole, monkeypatch):
    document = strict(document_of(client))
    for path, operation in operations(document):
        address = path.format(**whole.get(operation["operationId"], {}))
        refusals = {
            "400": client.get(f"{address}?no_existe=1"),
            "406": client.get(address, headers={"accept": "application/xml"}),
        }
        if "404" in operation["responses"]:
            refusals["404"] = client.get(path.format(**NOWHERE))
        for status, response in refusals.items():
            assert response.status_code == int(status), (path, status)
            errors = list(validator(document, operation, status).iter_errors(response.json()))
            assert errors == [], (path, status, errors)
        assert set(operation["responses"]) - {"200", "429"} == set(refusals)


def test_a_response_with_an_undocumented_field_would_be_noticed(client):
    document = strict(document_of(client))
    operation = document["paths"]["/api/v1/bills"]["get"]
    body = {"next": None, "previous": None, "results": [], "surprise": 1}

    assert [
        error.validator for error in validator(document, operation, "200").iter_errors(body)
    ] == ["additionalProperties"]


def test_the_document_holds_nothing_that_json_cannot(client):
    assert json.loads(json.dumps(document_of(client))) == document_of(client)
