"""Reads the text of files, and gives their versions the articles that are recognised in it."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from accounts.actors import SYSTEM
from legislation.documents.articles import recognise
from legislation.documents.enums import FileState, Reading
from legislation.documents.events import TextRead
from legislation.documents.intake import sandbox
from legislation.documents.intake.verdicts import Unfit
from legislation.documents.models import Article, StoredFile, Version
from legislation.documents.services.observed import ArticleText, text_digest
from legislation.documents.store import address_of, store
from legislation.events.services import record


def read_file(digest: str) -> int:
    """Read the file with this SHA-256, and give its articles to its versions that have none.

    Run again, it changes nothing more. A file of pictures alone has no text, and one that no
    parser can read in its time has none either: both are said on the file, and the version
    remains what it is, a file.

    :returns: to how many versions articles were given
    :raises StoredFile.DoesNotExist: no such file
    :raises DamagedFile: what lies in the store is not what was put there
    """
    stored = StoredFile.objects.get(sha256=digest)
    if stored.state != FileState.CLEAN or not _without_articles(stored).exists():
        return 0
    try:
        with store().open(address_of(digest)) as content:
            parts = recognise(sandbox.read(content, stored.kind))
    except Unfit:
        return _give(stored.pk, (), Reading.FAILED)
    texts = [ArticleText(part.eid, part.label, part.heading, part.body) for part in parts]
    has_words = any(text.body or text.heading for text in texts)
    return _give(
        stored.pk, texts if has_words else (), Reading.READ if has_words else Reading.NO_TEXT
    )


@transaction.atomic
def _give(pk: int, articles: Sequence[ArticleText], reading: Reading) -> int:
    stored = StoredFile.objects.select_for_update().get(pk=pk)
    stored.reading = reading
    stored.save(update_fields=["reading"])
    versions = list(_without_articles(stored).order_by("pk")) if articles else []
    Article.objects.bulk_create(
        Article(version=version, position=position, **article._asdict())
        for version in versions
        for position, article in enumerate(articles, start=1)
    )
    for version in versions:
        record(
            TextRead(version.document_id, version.number, len(articles), text_digest(articles)),
            actor=SYSTEM,
            object_kind="document",
            object_key=str(version.document_id),
            others=[("file", stored.sha256)],
        )
    return len(versions)


def _without_articles(stored: StoredFile) -> QuerySet[Version]:
    return Version.objects.filter(file=stored, articles__isnull=True)
