from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from senate.settings import env
from senate.settings.env import DatabaseAddress


@pytest.fixture(autouse=True)
def no_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXAMPLE", raising=False)


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", "  ")

    assert (env.is_set("EXAMPLE"), env.text("EXAMPLE", "usual")) == (False, "usual")


@pytest.mark.parametrize(
    ("given", "understood"),
    [("on", True), ("YES", True), ("1", True), ("off", False), ("no", False), ("0", False)],
)
def test_a_flag_is_said_in_several_ways(
    monkeypatch: pytest.MonkeyPatch, given: str, understood: bool
) -> None:
    monkeypatch.setenv("EXAMPLE", given)

    assert env.flag("EXAMPLE", default=not understood) is understood


def test_a_flag_that_is_neither_yes_nor_no_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EXAMPLE", "perhaps")

    with pytest.raises(ImproperlyConfigured, match="EXAMPLE is 'perhaps'"):
        env.flag("EXAMPLE", default=False)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("eight", "must be a whole number"),
        ("0", "between 1 and 65535"),
        ("65536", "between 1 and 65535"),
    ],
)
def test_a_number_outside_its_limits_is_refused(
    monkeypatch: pytest.MonkeyPatch, given: str, complaint: str
) -> None:
    monkeypatch.setenv("EXAMPLE", given)

    with pytest.raises(ImproperlyConfigured, match=complaint):
        env.integer("EXAMPLE", 8000, low=1, high=65535)


def test_the_limits_themselves_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", "65535")

    assert env.integer("EXAMPLE", 8000, low=1, high=65535) == 65535


def test_a_decimal_number_is_read_and_a_word_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.number("EXAMPLE", 0.5) == 0.5
    monkeypatch.setenv("EXAMPLE", "1.25")
    assert env.number("EXAMPLE", 0.5) == 1.25
    monkeypatch.setenv("EXAMPLE", "much")
    with pytest.raises(ImproperlyConfigured, match="EXAMPLE is 'much'"):
        env.number("EXAMPLE", 0.5)


def test_a_list_is_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", "senado.example, ,localhost,")

    assert env.words("EXAMPLE") == ["senado.example", "localhost"]


def test_a_choice_outside_the_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", "imaginary")

    with pytest.raises(ImproperlyConfigured, match="choose one of fictional, real"):
        env.one_of("EXAMPLE", ("fictional", "real"), "fictional")


def test_a_path_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXAMPLE", "data")

    assert env.path("EXAMPLE", Path("/usual")) == tmp_path / "data"


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("a" * 49, "has 49 characters, and must have 50 at least"),
        ("abc" * 20, "repeats itself, and can be guessed"),
        ("Django-Insecure-" + "0123456789" * 5, "is the one of an example"),
        ("", "has 0 characters"),
    ],
)
def test_a_secret_that_can_be_guessed_is_refused_without_being_told(
    monkeypatch: pytest.MonkeyPatch, value: str, wrong: str
) -> None:
    monkeypatch.setenv("SECRET_KEY", value)

    with pytest.raises(ImproperlyConfigured, match=f"SECRET_KEY {wrong}"):
        env.secret("SECRET_KEY")


def test_a_long_random_secret_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    value = "Zk3v-Qm9x_Lw1bTn7yHc5dRg2fVj8sPa4eUo6iKzXlB0MtNqWr"
    monkeypatch.setenv("SECRET_KEY", value)

    assert env.secret("SECRET_KEY") == value


def test_all_that_is_missing_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", "here")

    with pytest.raises(ImproperlyConfigured, match="Set ABSENT_ONE, ABSENT_TWO:"):
        env.demand("ABSENT_ONE", "EXAMPLE", "ABSENT_TWO")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (
            "postgresql://ana:s%40fe@db.example:5433/senado?sslmode=require",
            DatabaseAddress("senado", "ana", "s@fe", "db.example", "5433", {"sslmode": "require"}),
        ),
        (
            "postgresql://senado_app@/senado_demo?host=/var/lib/Senado/run",
            DatabaseAddress("senado_demo", "senado_app", "", "/var/lib/Senado/run"),
        ),
        ("postgresql:///senado", DatabaseAddress("senado")),
    ],
)
def test_a_database_url_is_read_and_written_alike(url: str, address: DatabaseAddress) -> None:
    assert (DatabaseAddress.parse(url), address.url) == (address, url)


@pytest.mark.parametrize(
    ("query", "threshold"),
    [("", 3), ("?prepare_threshold=never", None), ("?prepare_threshold=5", 5)],
)
def test_statements_are_planned_once_unless_a_pooler_cannot(
    query: str, threshold: int | None
) -> None:
    options = DatabaseAddress.parse(f"postgresql:///senado{query}").settings()["OPTIONS"]

    assert options == {"server_side_binding": True, "prepare_threshold": threshold}


def test_a_threshold_that_is_no_number_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="a number or «never», not «often»"):
        DatabaseAddress.parse("postgresql:///senado?prepare_threshold=often").settings()


@pytest.mark.parametrize("url", ["sqlite:///senado.db", "mysql://host/senado", "postgresql://host"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="PostgreSQL only"):
        DatabaseAddress.parse(url)


@pytest.mark.parametrize(
    ("redis", "broker"),
    [
        ("redis://redis:6379/0", "redis://redis:6379/0"),
        ("rediss://:s@redis:6379/1", "rediss://:s@redis:6379/1"),
        ("unix:///run/valkey.sock?db=1", "redis+socket:///run/valkey.sock?virtual_host=1"),
        ("unix:///run/valkey.sock", "redis+socket:///run/valkey.sock?virtual_host=0"),
    ],
)
def test_celery_is_told_of_the_same_redis(redis: str, broker: str) -> None:
    assert env.broker_url(redis) == broker


@pytest.mark.parametrize(
    "value", ["", "change-me", "c2hvcnQ=", "not base64 at all", "relative/path"]
)
def test_a_seed_that_is_none_is_refused_without_being_told(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("EXAMPLE", value)

    with pytest.raises(ImproperlyConfigured, match="EXAMPLE must be 32 bytes in base64") as refused:
        env.seed("EXAMPLE")
    assert not value or value not in str(refused.value)


@pytest.mark.parametrize(
    "value", ["/run/secrets/ledger-key", "Zm9yIHRlc3RzIG9ubHksIGFuZCB0aGV5IGFyZSAzMiE="]
)
def test_a_seed_or_the_file_that_holds_it_is_taken(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("EXAMPLE", value)

    assert env.seed("EXAMPLE") == value
