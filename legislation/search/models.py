"""The word list behind «did you mean»."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SearchWord(models.Model):
    """A word of the record as people write it, and in how many records it occurs.

    ``shapes`` holds the word without accents and the same with each one letter left out:
    two words that share a shape are one slip of the finger apart (a letter missing, added,
    changed, or two letters exchanged).
    """

    word = models.CharField(max_length=60, primary_key=True)
    records = models.PositiveIntegerField()
    plain = models.CharField(max_length=60, default="")
    shapes = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        indexes: ClassVar = [
            GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="search_word_by_likeness"),
            GinIndex(fields=["shapes"], name="search_word_by_shape"),
        ]

    def __str__(self) -> str:
        return self.word
