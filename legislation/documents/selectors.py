"""Reads of texts: the articles of one version, or of several at once."""

from collections.abc import Iterable
from typing import NamedTuple

from legislation.documents.models import Article


class ArticleLine(NamedTuple):
    """An article in its order. ``eid`` is its address inside the version, such as ``art_3``."""

    eid: str
    label: str
    heading: str
    body: str


def articles_of(version_id: int) -> list[ArticleLine]:
    """The articles of a version, in order. Empty where we hold no text. One query."""
    return articles_of_each([version_id])[version_id]


def articles_of_each(version_ids: Iterable[int]) -> dict[int, list[ArticleLine]]:
    """The articles of each of these versions, in order. One query for all."""
    found: dict[int, list[ArticleLine]] = {version: [] for version in version_ids}
    rows = (
        Article.objects.filter(version_id__in=list(found))
        .order_by("version_id", "position")
        .values_list("version_id", *ArticleLine._fields)
    )
    for version, *columns in rows:
        found[version].append(ArticleLine(*columns))
    return found
