"""A clamd that says what it is told to, over the real protocol."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FakeClamd:
    """Listens only while it is answering. ``heard``: the content that it was sent."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.heard: list[bytes] = []

    @contextmanager
    def answering(self, reply: str) -> Iterator[None]:
        heard = self.heard

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                assert self.rfile.read(10) == b"zINSTREAM\0"
                content = b""
                while size := int.from_bytes(self.rfile.read(4), "big"):
                    content += self.rfile.read(size)
                heard.append(content)
                if reply:
                    self.wfile.write(reply.encode() + b"\0")

        with socketserver.UnixStreamServer(str(self.path), Handler) as server:
            thread = threading.Thread(target=server.serve_forever, args=(0.01,))
            thread.start()
            try:
                yield
            finally:
                server.shutdown()
                thread.join()
                self.path.unlink()
