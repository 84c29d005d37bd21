"""The word list behind «did you mean»."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SearchWord(models.Model):
    """A word of the record as people write it, and in how many records it occurs."""

    word = models.CharField(max_length=60, primary_key=True)
    records = models.PositiveIntegerField()

    class Meta:
        indexes: ClassVar = [
            GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="search_word_by_likeness")
        ]

    def __str__(self) -> str:
        return self.word
