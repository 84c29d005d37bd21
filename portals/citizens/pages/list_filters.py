"""What a list is narrowed by, as its address says it, and what of that means nothing.

Addresses are Spanish in both languages. A value that means nothing is left out, and the list
says so: links to lists are old, or written by hand.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

from portals.shared.language import gettext as _
from portals.shared.parameters import asked, is_year

Meanings = Mapping[str, Container[str]]


class _Years:
    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and is_year(word)


ANY_YEAR: Container[str] = _Years()


@dataclass(frozen=True, kw_only=True)
class ListFilters:
    """The filters as the address says them; «» and absent are the same.

    Each list has its own: fields named as the parameters of the address, all of them texts.
    """

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Take from a query what is a filter, and nothing else."""
        return cls(**{field.name: asked(query, field.name) for field in fields(cls)})

    def parameters(self, *, without: str = "") -> dict[str, str]:
        """The filters in use, for an address; perhaps without one of them."""
        return {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) and field.name != without
        }

    def without(self, names: Iterable[str]) -> Self:
        return replace(self, **dict.fromkeys(names, ""))

    def meaningless(self, meanings: Meanings) -> list[str]:
        """The names of the filters whose values mean nothing; those without meanings mean any."""
        return [
            name
            for name, words in meanings.items()
            if (word := getattr(self, name)) and word not in words
        ]

    def understood(self, meanings: Meanings) -> tuple[Self, str]:
        """The same without what means nothing, and the sentence that says what that was."""
        nothing = self.meaningless(meanings)
        return self.without(nothing), left_out_said(as_written(self.parameters(), nothing))


def as_written(parameters: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    """Some filters as the address has them: «estado=nada»."""
    return tuple(f"{name}={parameters[name]}" for name in names)


def left_out_said(left_out: Sequence[str]) -> str:
    """The sentence that says what was left out; «» where nothing was."""
    if not left_out:
        return ""
    return _("Left out, because it stands for nothing here: %(filters)s.") % {
        "filters": ", ".join(left_out)
    }
