"""Records documents and their texts as they are observed elsewhere."""

import json
from collections.abc import Sequence
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
    digest = text_digest(articles)
    latest = document.versions.order_by("-number").first()
    if latest and latest.sha256 == digest:
        return latest, False
    version = Version.objects.create(
        document=document,
        number=latest.number + 1 if latest else 1,
        sha256=digest,
        created_at=at,
        source=source,
    )
    Article.objects.bulk_create(
        Article(version=version, position=position, **article._asdict())
        for position, article in enumerate(articles, start=1)
    )
    return version, True


def text_digest(articles: Sequence[ArticleText]) -> str:
    """The SHA-256 that stands for these articles and no others."""
    return sha256(json.dumps(articles, ensure_ascii=False).encode()).hexdigest()
