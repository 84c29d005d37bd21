"""A Senate's service of our own, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0
    is_cut_short: bool = False
    drips: bool = False  # without end, until the client hangs up


@dataclass
class FakeService:
    """Answers each path from its list, the last answer again and again."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heard: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        waiting = self.answers.get(path) or [Answer(status=404)]
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, _request: object, _client_address: object) -> None:
        """A client that hangs up is part of the test."""


@contextmanager
def serving() -> Iterator[FakeService]:
    """The service for as long as the test needs it, on a free port of the loopback."""
    service = FakeService()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            service.heard.append(dict(self.headers))
            answer = service.answer(self.path)
            sleep(answer.after)
            self.send_response(answer.status)
            length = len(answer.body) + 100 * answer.is_cut_short + 10**9 * answer.drips
            for name, value in {"Content-Length": str(length), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
            while answer.drips:
                self.wfile.write(b" ")
                sleep(0.02)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = QuietServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    service.url = f"http://127.0.0.1:{server.server_port}/wspublico/"
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
