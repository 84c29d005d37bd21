"""The live service is asked politely and never trusted."""

import gzip
from collections.abc import Callable
from datetime import date

import pytest
from django.utils import translation

from legislation.interchange import remote
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.remote import Manners, SenateService
from tests.legislation.interchange.service import Answer, FakeService

BILL = "/wspublico/tramitacion.php?boletin=8575"


class Pace:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def pace() -> Pace:
    return Pace()


@pytest.fixture
def client(service: FakeService, pace: Pace) -> Callable[..., SenateService]:
    def client(**manners: object) -> SenateService:
        chosen = Manners(**{"url": service.url, "timeout": 2.0, **manners})
        return SenateService(chosen, sleep=pace.sleep, monotonic=pace.monotonic)

    return client


def why_refused(response: remote.Response) -> str:
    with translation.override("en"), pytest.raises(UnreadableFile) as refusal:
        response.content()
    return str(refusal.value)


def test_a_bill_is_asked_for_by_its_number_alone(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(b"<proyectos/>")]

    with client() as senate:
        response = remote.bill(senate, 8575)
        assert response.content() == b"<proyectos/>"

    assert service.asked == [BILL]
    assert response.name == "tramitacion.php?boletin=8575"
    assert response.url == service.url + "tramitacion.php?boletin=8575"


def test_what_moved_is_asked_for_day_by_day_with_its_slashes_escaped(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    with client() as senate:
        days = list(remote.bills_moved_since(senate, date(2026, 7, 31), date(2026, 8, 2)))

    assert [response.name for response in days] == [
        "tramitacion.php?fecha=31/07/2026",
        "tramitacion.php?fecha=01/08/2026",
        "tramitacion.php?fecha=02/08/2026",
    ]
    assert days[1].url.endswith("?fecha=01%2F08%2F2026")
    assert all(response.may_be_empty for response in days)


def test_a_busy_service_is_asked_again_after_ever_longer_waits(
    service: FakeService, client: Callable[..., SenateService], pace: Pace
) -> None:
    service.answers[BILL] = [Answer(status=503), Answer(status=500), Answer(b"<proyectos/>")]

    with client(per_second=1000) as senate:
        assert remote.bill(senate, 8575).content() == b"<proyectos/>"

    assert pace.slept == [1.0, 2.0]


def test_a_service_that_says_how_long_to_wait_is_obeyed(
    service: FakeService, client: Callable[..., SenateService], pace: Pace
) -> None:
    busy = Answer(status=429, headers={"Retry-After": "7"})
    service.answers[BILL] = [busy, Answer(b"<proyectos/>")]

    with client(per_second=1000) as senate:
        remote.bill(senate, 8575).content()

    assert pace.slept == [7.0]


def test_a_service_that_stays_busy_is_given_up(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(status=503)]

    with client(tries=3) as senate:
        assert "503" in why_refused(remote.bill(senate, 8575))

    assert service.asked == [BILL] * 3


def test_a_refusal_is_not_asked_again(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    with client() as senate:
        assert "404" in why_refused(remote.bill(senate, 8575))

    assert service.asked == [BILL]


def test_an_answer_elsewhere_is_not_followed(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(status=302, headers={"Location": "/wspublico/otra.php"})]

    with client() as senate:
        assert "302" in why_refused(remote.bill(senate, 8575))

    assert service.asked == [BILL]


def test_a_slow_answer_times_out_and_is_asked_again(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(after=1.0), Answer(b"<proyectos/>")]

    with client(timeout=0.2) as senate:
        assert remote.bill(senate, 8575).content() == b"<proyectos/>"


def test_an_answer_cut_short_is_asked_again(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(b"<proy", is_cut_short=True), Answer(b"<proyectos/>")]

    with client() as senate:
        assert remote.bill(senate, 8575).content() == b"<proyectos/>"


def test_a_service_that_is_not_there_is_a_clear_refusal(
    client: Callable[..., SenateService],
) -> None:
    with client(url="http://127.0.0.1:1/wspublico/", tries=2) as senate:
        assert "does not answer" in why_refused(remote.bill(senate, 8575))


def test_an_answer_is_dropped_as_soon_as_it_is_too_large(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(b"x" * 200_000)]

    with client(largest=50_000) as senate:
        assert why_refused(remote.bill(senate, 8575)) == "It is larger than 0.05 MB."

    assert service.asked == [BILL]


def test_an_answer_that_drips_without_end_is_given_up(
    service: FakeService,
) -> None:
    service.answers[BILL] = [Answer(b"<proyectos>", drips=True)]

    with SenateService(Manners(url=service.url, longest_answer=0.1)) as senate:
        assert why_refused(remote.bill(senate, 8575)) == "The answer takes too long to come."

    assert service.asked == [BILL]


def test_once_the_visit_is_over_nothing_more_is_asked(
    service: FakeService, client: Callable[..., SenateService], pace: Pace
) -> None:
    service.answers[BILL] = [Answer(b"<proyectos/>")]

    with client(longest_visit=60.0) as senate:
        remote.bill(senate, 8575).content()
        pace.now += 61
        why = why_refused(remote.bill(senate, 8575))

    assert why == "There was no time left to ask the service for this."
    assert service.asked == [BILL]


def test_a_packed_answer_is_not_asked_for_and_not_unpacked(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    bomb = gzip.compress(bytes(5_000_000))
    service.answers[BILL] = [Answer(bomb, headers={"Content-Encoding": "gzip"})]

    with client() as senate:
        assert why_refused(remote.bill(senate, 8575)) == "The answer comes packed (gzip)."

    assert service.heard[0]["Accept-Encoding"] == "identity"


def test_an_answer_said_to_be_packed_that_is_not_is_refused_too(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    service.answers[BILL] = [Answer(b"no", headers={"Content-Encoding": "gzip"})]

    with client() as senate:
        assert why_refused(remote.bill(senate, 8575)) == "The answer comes packed (gzip)."


def test_no_cookie_is_ever_sent_back(
    service: FakeService, client: Callable[..., SenateService]
) -> None:
    cookie = {"Set-Cookie": "PHPSESSID=abc; path=/"}
    service.answers[BILL] = [
        Answer(status=503, headers=cookie),
        Answer(b"<proyectos/>", headers=cookie),
    ]

    with client() as senate:
        remote.bill(senate, 8575).content()
        remote.bill(senate, 8575).content()

    assert len(service.heard) == 3
    assert not [headers for headers in service.heard if "Cookie" in headers]


def test_nothing_of_the_surroundings_is_sent_along(
    service: FakeService, client: Callable[..., SenateService], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1/")
    monkeypatch.setenv("NO_PROXY", "")
    service.answers[BILL] = [Answer(b"<proyectos/>")]

    with client(tries=1) as senate:
        assert remote.bill(senate, 8575).content() == b"<proyectos/>"


@pytest.mark.parametrize("words", ["\N{SUPERSCRIPT TWO}", "soon", "-5", ""])
def test_a_wait_that_is_no_number_is_left_alone(
    service: FakeService, client: Callable[..., SenateService], pace: Pace, words: str
) -> None:
    service.answers[BILL] = [
        Answer(status=503, headers={"Retry-After": words}),
        Answer(b"<proyectos/>"),
    ]

    with client(per_second=1000) as senate:
        remote.bill(senate, 8575).content()

    assert pace.slept == [1.0]


def test_questions_are_spaced(
    service: FakeService, client: Callable[..., SenateService], pace: Pace
) -> None:
    service.answers[BILL] = [Answer(b"<proyectos/>")]

    with client(per_second=2) as senate:
        for _ in range(3):
            remote.bill(senate, 8575).content()

    assert pace.slept == [0.5, 0.5]


def test_the_settings_choose_the_manners(settings: object) -> None:
    settings.SENATE_SERVICE_URL = "http://127.0.0.1:9/x/"
    settings.SENATE_SERVICE_RATE = 5.0

    manners = Manners.from_settings()

    assert (manners.url, manners.per_second, manners.largest) == (
        "http://127.0.0.1:9/x/",
        5.0,
        20_000_000,
    )
