"""Records documents and their texts as they are observed elsewhere."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction

from legislation.documents.models import Article, Document, Version
from legislation.provenance.models import Source


class ArticleText(NamedTuple):
    """One article as it will be kept."""

    eid: str
    label: str
    heading: str
    body: str


@transaction.atomic
def record_version(
    document: Document,
    articles: Sequence[ArticleText],
    *,
    at: datetime,
    source: Source | None = None,
) -> tuple[Version, bool]:
    """The version of this document that holds exactly these articles, in this order.

    A version is never changed: a text that no version holds yet becomes the next one.

    :param at: when it is recorded
    :returns: the version, and whether this call wrote it
    """
    return record_versions([(document, articles)], at=at, source=source)[0]


@transaction.atomic
def record_versions(
    texts: Sequence[tuple[Document, Sequence[ArticleText]]],
    *,
    at: datetime,
    source: Source | None = None,
) -> list[tuple[Version, bool]]:
    """For each document the version that holds its text; as many statements for all as for one.

    :param texts: documents on record, none of them twice, each with its articles in order
    :param at: when they are recorded
    :returns: in the same order, as ``record_version`` does
    """
    latest = _latest_versions(document for document, _ in texts)
    found, new = [], []
    for document, articles in texts:
        held, digest = latest.get(document.pk), text_digest(articles)
        if held is not None and held.sha256 == digest:
            found.append((held, False))
            continue
        version = Version(
            document=document,
            number=held.number + 1 if held is not None else 1,
            sha256=digest,
            created_at=at,
            source=source,
        )
        found.append((version, True))
        new.append((version, articles))
    Version.objects.bulk_create(version for version, _ in new)
    Article.objects.bulk_create(
        Article(version=version, position=position, **article._asdict())
        for version, articles in new
        for position, article in enumerate(articles, start=1)
    )
    return found


def _latest_versions(documents: Iterable[Document]) -> dict[int, Version]:
    rows = Version.objects.filter(document__in=list(documents)).order_by("document", "number")
    return {row.document_id: row for row in rows}


def text_digest(articles: Sequence[ArticleText]) -> str:
    """The SHA-256 that stands for these articles and no others."""
    return sha256(json.dumps(articles, ensure_ascii=False).encode()).hexdigest()
