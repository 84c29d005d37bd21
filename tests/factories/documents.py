"""Texts and their articles. Nothing in them is real."""

from datetime import UTC, date, datetime
from hashlib import sha256

import factory

from legislation.documents.enums import DocumentKind
from legislation.documents.models import Article, Document, Version


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Document

    kind = DocumentKind.TEXT
    title = factory.Sequence(lambda n: f"Documento {n}")
    dated_on = date(2026, 3, 3)


class VersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Version

    document = factory.SubFactory(DocumentFactory)
    number = 1
    sha256 = factory.Sequence(lambda n: sha256(str(n).encode()).hexdigest())
    created_at = datetime(2026, 3, 3, 15, tzinfo=UTC)


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Article

    version = factory.SubFactory(VersionFactory)
    position = factory.Sequence(lambda n: n + 1)
    eid = factory.LazyAttribute(lambda article: f"art_{article.position}")
    label = factory.LazyAttribute(lambda article: f"Artículo {article.position}")
    body = "Esta ley fija plazos máximos."
