"""Every hostile file against every intake: none comes in, nothing falls over, memory is bounded."""

import io
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from legislation.documents.intake import sandbox
from legislation.documents.intake.judging import judged
from legislation.documents.intake.receiving import PIECE
from legislation.documents.intake.verdicts import Ground, Unfit
from legislation.interchange.readers import xml
from legislation.interchange.readers.errors import UnreadableFile
from portals.shared.csv import harmless, written
from tests import chromium
from tests.hostile import archives, corpus, pdfs

LIMIT = 50_000_000
MEGABYTE = 1024 * 1024
MOST_MEMORY = 512 * MEGABYTE
HEAVY = """
import io, resource, sys
sys.path.insert(0, sys.argv[1])
from legislation.documents.intake.judging import judged
from legislation.documents.intake.verdicts import Unfit
name, content, refused = sys.argv[2], sys.stdin.buffer.read(), False
try:
    with judged(io.BytesIO(content), name=name, limit=50_000_000):
        pass
except Unfit:
    refused = True
print(int(refused), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def refusal(content: bytes, name: str) -> Unfit:
    with (
        pytest.raises(Unfit) as refused,
        judged(io.BytesIO(content), name=name, limit=LIMIT) as (inspected, _content),
    ):
        pytest.fail(f"It came in: {inspected}")
    return refused.value


@pytest.mark.parametrize("file", corpus.UPLOADS, ids=str)
def test_a_hostile_file_is_refused_for_what_it_is(
    file: corpus.Hostile, caplog: pytest.LogCaptureFixture
):
    found = refusal(file.make(), file.name)

    assert found.ground in file.grounds, found
    assert caplog.messages == []  # no parser fell over


@pytest.mark.parametrize("file", corpus.HONEST, ids=str)
def test_an_honest_file_comes_in(file: corpus.Honest):
    content = file.make()

    with judged(io.BytesIO(content), name=file.name, limit=LIMIT) as (inspected, kept):
        assert (inspected.name, inspected.size) == (file.called, len(content))
        assert kept.read() == content


def test_a_pdf_of_another_maker_comes_in_and_its_words_are_read(tmp_path: Path):
    program = chromium.find_chromium()
    if program is None:
        pytest.skip("no Chromium on this machine: only our own PDFs were tried")
    page, printed = tmp_path / "ley.html", tmp_path / "ley.pdf"
    page.write_text('<meta charset="utf-8"><p>Artículo único.- <a href="https://a.cl">Ñandú</a>')
    command = [program, *chromium.ARGUMENTS, "--headless", f"--print-to-pdf={printed}", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    upload = io.BytesIO(printed.read_bytes())
    with judged(upload, name="ley.pdf", limit=LIMIT) as (inspected, content):
        assert (inspected.kind, inspected.pages) == ("PDF", 1)
        assert "Artículo único.- Ñandú" in sandbox.read(content, "PDF")


class Endless:
    """Two gigabytes, of which only what is asked for exists."""

    def __init__(self) -> None:
        self.given, self.left = 0, 2 * 1024 * MEGABYTE

    def read(self, size: int, /) -> bytes:
        piece = b"%PDF-1.7\n".ljust(min(size, self.left))
        self.given += len(piece)
        self.left -= len(piece)
        return piece


def test_reading_two_gigabytes_stops_at_the_limit():
    stream = Endless()

    with pytest.raises(Unfit) as refused, judged(stream, name="a.pdf", limit=10 * MEGABYTE):
        pytest.fail("It came in.")

    assert refused.value.ground is Ground.TOO_LARGE
    assert stream.given <= 10 * MEGABYTE + PIECE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "make"),
    [
        (corpus.PDF, pdfs.inflating),
        (corpus.PDF, pdfs.packed_twice),
        (corpus.DOCX, archives.bomb_of_one_entry),
        (corpus.DOCX, archives.bomb_that_lies),
        (corpus.DOCX, archives.many_entries),
        (corpus.DOCX, lambda: archives.docx(document=archives.entities())),
    ],
)
def test_what_blows_up_takes_little_memory(name: str, make):
    done = subprocess.run(
        [sys.executable, "-c", HEAVY, str(sandbox.ROOT), name],
        input=make(),
        capture_output=True,
        check=True,
    )
    refused, kilobytes = map(int, done.stdout.split())

    assert refused
    assert kilobytes * 1024 < MOST_MEMORY


def test_words_without_end_are_not_read(tmp_path: Path):
    endless = tmp_path / "informe.docx"
    endless.write_bytes(archives.words_without_end())

    with endless.open("rb") as content, pytest.raises(Unfit) as refused:
        sandbox.read(content, "DOCX")

    assert refused.value.ground is Ground.INFLATES


START = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from legislation.documents.intake.child import confine\n"
    "confine(1, 2**30, 1000)\n"
)


@pytest.mark.parametrize(
    ("program", "ground"),
    [
        ("while True: pass", Ground.TOO_HEAVY),
        ("import time; time.sleep(60)", Ground.TOO_HEAVY),
        ("import os; os.abort()", Ground.TOO_HEAVY),
        ("print('x' * 5000, flush=True)", Ground.BROKEN),
        ("bytearray(2**31)", Ground.BROKEN),
        ("import os; os.fork()", Ground.BROKEN),
        ("print('[]')", Ground.TOO_HEAVY),
        ("pass", Ground.TOO_HEAVY),
    ],
)
def test_a_parser_that_was_taken_over_gets_nowhere(
    program: str, ground: Ground, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sandbox, "START", START + program)
    monkeypatch.setattr(sandbox, "LONGEST", 3)

    with pytest.raises(Unfit) as refused:
        _judge_nothing()

    assert refused.value.ground is ground


def _judge_nothing() -> None:
    with Path("/dev/null").open("rb") as nothing:
        sandbox.judge(nothing, "PDF")


def test_a_parser_has_no_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        reach = f"socket.socket().connect(('127.0.0.1', {port}))"
        command = [sys.executable, "-I", "-c", f"import socket\n{START}{reach}", str(sandbox.ROOT)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        pytest.skip("this system gives no process a network of its own: parsers keep ours")

    assert "unreachable" in done.stderr


XML = {
    "entities without end": archives.entities().encode(),
    "outside entity": archives.outside_entity().encode(),
    "entity of the web": archives.outside_entity("http://x.example/a").encode(),
    "10 000 elements deep": archives.deep().encode(),
    "SVG with an outside entity": corpus.SVG_XXE,
    "HTML": corpus.HTML,
    "nothing": b"",
}


@pytest.mark.parametrize("content", XML.values(), ids=XML)
def test_hostile_xml_is_not_imported(content: bytes):
    with pytest.raises(UnreadableFile):
        xml.parse(content, root="proyectos")


@pytest.mark.parametrize("file", corpus.ODD, ids=str)
def test_what_is_no_xml_is_not_imported(file: corpus.Hostile):
    with pytest.raises(UnreadableFile):
        xml.parse(file.make(), root="proyectos")


FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠a"),
    *("=cmd|'/c calc'!A1", '=HYPERLINK("http://x.example")', "\u00a0=1", "\x00=1"),
)


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_table_opens_a_formula(cell: str):
    assert harmless(cell).startswith("'")
    assert harmless(cell).encode() in written(["a"], [[cell]]).replace(b'""', b'"')
