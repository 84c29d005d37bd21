"""A document's text is kept in versions that never change."""

from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from legislation.documents.models import Article, Document
from legislation.documents.services import ArticleText, record_version, record_versions
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)
FIRST = ArticleText("art_1", "Artículo 1", "Objeto", "Créase el registro.")
SECOND = ArticleText("art_2", "Artículo 2", "", "Regístrense las plazas.")


@pytest.fixture
def document() -> Document:
    return DocumentFactory()


def test_a_text_becomes_the_first_version_article_by_article(document: Document) -> None:
    version, is_new = record_version(document, [FIRST, SECOND], at=NOW)

    assert (version.number, version.created_at, is_new) == (1, NOW, True)
    assert list(
        version.articles.order_by("position").values_list("position", "eid", "heading", "body")
    ) == [
        (1, "art_1", "Objeto", "Créase el registro."),
        (2, "art_2", "", "Regístrense las plazas."),
    ]


def test_the_same_text_again_is_the_same_version(document: Document) -> None:
    first, _ = record_version(document, [FIRST], at=NOW)

    again, is_new = record_version(document, [FIRST], at=NOW)

    assert (again.pk, is_new, Article.objects.count()) == (first.pk, False, 1)


@pytest.mark.parametrize("articles", [[SECOND, FIRST], [FIRST], [FIRST._replace(body="Otro.")]])
def test_a_text_that_differs_in_anything_is_the_next_version(
    document: Document, articles: list[ArticleText]
) -> None:
    first, _ = record_version(document, [FIRST, SECOND], at=NOW)

    second, is_new = record_version(document, articles, at=NOW)

    assert (second.number, is_new) == (2, True)
    assert first.articles.count() == 2
    assert second.sha256 != first.sha256


def test_texts_of_several_documents_take_the_statements_of_one(
    document: Document, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    same, changed, new = document, DocumentFactory(), DocumentFactory()
    held, _ = record_version(same, [FIRST], at=NOW)
    record_version(changed, [FIRST], at=NOW)
    texts = [(same, [FIRST]), (changed, [FIRST, SECOND]), (new, [SECOND])]

    with django_assert_num_queries(5):  # a savepoint, the latest versions, two insertions
        versions = record_versions(texts, at=NOW)

    assert [(version.document, version.number, is_new) for version, is_new in versions] == [
        (same, 1, False),
        (changed, 2, True),
        (new, 1, True),
    ]
    assert versions[0][0] == held
    assert [version.articles.count() for version, _ in versions] == [1, 2, 1]
