"""The Senate's live service, asked politely: one request at a time, spaced, bounded."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from legislation.interchange.inputs import too_large
from legislation.interchange.readers.errors import UnreadableFile

PROCEDURE = "tramitacion.php"
DEFAULT_URL = "https://tramitacion.senado.cl/wspublico/"
DEFAULT_LARGEST = 20_000_000
OLDEST = timedelta(days=31)
RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0
AS_IT_IS = frozenset({"", "identity"})


@dataclass(frozen=True, slots=True)
class Manners:
    """How the service is asked. Times in seconds, sizes in bytes.

    ``timeout`` is for silence: an answer that drips on without end is given up after
    ``longest_answer``. ``longest_visit`` is for all questions of one client together.
    """

    url: str = DEFAULT_URL
    largest: int = DEFAULT_LARGEST
    timeout: float = 20.0
    tries: int = 4
    first_wait: float = 1.0
    per_second: float = 1.0
    longest_answer: float = 120.0
    longest_visit: float | None = None

    @classmethod
    def from_settings(cls) -> "Manners":
        """What the settings say, and these defaults where they say nothing."""
        return cls(
            url=settings.SENATE_SERVICE_URL,
            largest=settings.SENATE_FILE_LIMIT,
            timeout=settings.SENATE_SERVICE_TIMEOUT,
            tries=settings.SENATE_SERVICE_TRIES,
            first_wait=settings.SENATE_SERVICE_FIRST_WAIT,
            per_second=settings.SENATE_SERVICE_RATE,
        )


class SenateService:
    """A client that never asks faster than its manners allow.

    Nothing is followed (redirects), nothing is kept (cookies), nothing is taken from the
    surroundings (proxies, passwords), and an answer is dropped as soon as it grows beyond
    the limit. An answer must come as it is: packed, a small one could unfold without bounds.
    """

    def __init__(
        self,
        manners: Manners,
        *,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manners = manners
        self._sleep = sleep
        self._monotonic = monotonic
        self._may_ask_at = 0.0
        self._came_at = monotonic()
        self._client = httpx.Client(
            timeout=manners.timeout,
            follow_redirects=False,
            headers={"Accept": "application/xml", "Accept-Encoding": "identity"},
            trust_env=False,
        )

    @property
    def url(self) -> str:
        return self._manners.url

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> "SenateService":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def get(self, page: str, question: Mapping[str, str]) -> bytes:
        """The answer's body. Time-outs, dropped connections and busy servers are asked again,
        each time after twice as long.

        :raises UnreadableFile: no good answer came
        """
        wait = self._manners.first_wait
        for left in reversed(range(self._manners.tries)):
            self._mind_the_time()
            self._keep_pace()
            try:
                return self._ask(page, question)
            except _AskAgain as again:
                if not left:
                    raise UnreadableFile(str(again)) from again
                self._sleep(min(again.after or wait, LONGEST_WAIT))
                wait *= 2
        raise UnreadableFile(_("The service was not asked."))

    def _mind_the_time(self) -> None:
        longest = self._manners.longest_visit
        if longest is not None and self._monotonic() - self._came_at > longest:
            raise UnreadableFile(_("There was no time left to ask the service for this."))

    def _keep_pace(self) -> None:
        early = self._may_ask_at - self._monotonic()
        if early > 0:
            self._sleep(early)
        self._may_ask_at = self._monotonic() + 1 / self._manners.per_second

    def _ask(self, page: str, question: Mapping[str, str]) -> bytes:
        address = self._manners.url.rstrip("/") + "/" + page
        try:
            with self._client.stream("GET", address, params=dict(question)) as answer:
                if answer.status_code in RETRIED_STATUSES:
                    raise _AskAgain(_bad_status(answer), after=_retry_after(answer))
                if answer.status_code != httpx.codes.OK:
                    raise UnreadableFile(_bad_status(answer))
                return self._body(answer)
        except httpx.HTTPError as wrong:
            raise _AskAgain(
                _("The service does not answer: %(why)s.")
                % {"why": str(wrong) or type(wrong).__name__}
            ) from wrong
        finally:
            self._client.cookies.clear()

    def _body(self, answer: httpx.Response) -> bytes:
        packing = answer.headers.get("Content-Encoding", "").strip().lower()
        if packing not in AS_IT_IS:
            raise UnreadableFile(_("The answer comes packed (%(how)s).") % {"how": packing[:40]})
        body = bytearray()
        give_up_at = self._monotonic() + self._manners.longest_answer
        for chunk in answer.iter_raw():
            body += chunk
            if len(body) > self._manners.largest:
                raise UnreadableFile(too_large(self._manners.largest))
            if self._monotonic() > give_up_at:
                raise UnreadableFile(_("The answer takes too long to come."))
        return bytes(body)


class _AskAgain(Exception):
    def __init__(self, why: str, *, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


def _bad_status(answer: httpx.Response) -> str:
    return _("The service answers with status %(status)d.") % {"status": answer.status_code}


def _retry_after(answer: httpx.Response) -> float | None:
    words = answer.headers.get("Retry-After", "")
    return float(words) if words.isascii() and words.isdigit() else None


@dataclass(frozen=True, slots=True)
class Response:
    """One question to the service, asked when its content is wanted."""

    service: SenateService
    question: Mapping[str, str]
    may_be_empty: bool = False

    @property
    def name(self) -> str:
        asked = "&".join(f"{name}={value}" for name, value in self.question.items())
        return f"{PROCEDURE}?{asked}"

    @property
    def url(self) -> str:
        return str(
            httpx.URL(self.service.url.rstrip("/") + "/" + PROCEDURE, params=dict(self.question))
        )

    def content(self) -> bytes:
        return self.service.get(PROCEDURE, self.question)


def bill(service: SenateService, serial: int) -> Response:
    """The bill with this number, votes included. The service wants it without its suffix."""
    return Response(service, {"boletin": str(serial)})


def bills_moved_since(service: SenateService, first: date, today: date) -> Iterator[Response]:
    """The bills that moved, day by day up to today."""
    day = first
    while day <= today:
        yield Response(service, {"fecha": f"{day:%d/%m/%Y}"}, may_be_empty=True)
        day += timedelta(days=1)


def earliest_day(today: date) -> date:
    """The service answers for about a month back and no further."""
    return today - OLDEST
