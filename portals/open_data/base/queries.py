"""The parameters of an address: declared, checked, and documented from the same declaration.

An unknown parameter is refused rather than ignored: a filter that was misspelt and silently
dropped gives a wrong answer that looks right.
"""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy
from rest_framework import serializers

from portals.open_data.base.problems import Fault, Refused
from portals.shared.language import gettext as _

# A cursor holds the name of the last row of a page, and some names are long.
LONGEST_CURSOR = 2000
LARGEST_PAGE = 100
USUAL_PAGE = 50


class Word(serializers.ChoiceField):
    """One of the words of an address; what is read is what the word stands for."""

    def __init__(self, words: Mapping[str, Any], **kwargs: Any) -> None:
        self.words = words
        super().__init__(choices=list(words), required=False, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if data not in self.words:
            raise serializers.ValidationError(_("This word means nothing here."))
        return self.words[data]


class Words(serializers.Field):
    """Several words separated by commas, each of them known."""

    def __init__(self, words: tuple[str, ...], **kwargs: Any) -> None:
        self.words = words
        super().__init__(required=False, **kwargs)

    def to_internal_value(self, data: Any) -> frozenset[str]:
        asked = frozenset(word.strip() for word in str(data).split(",") if word.strip())
        if unknown := asked - set(self.words):
            raise serializers.ValidationError(
                _("This cannot be included: %(words)s.") % {"words": ", ".join(sorted(unknown))}
            )
        return asked


class Query(serializers.Serializer):
    """The parameters that an address knows. This one knows none."""

    @classmethod
    def reading(cls, given: QueryDict) -> dict[str, Any]:
        """What was asked, by parameter. An empty value is as good as none.

        :raises Refused: a parameter is unknown, repeated or wrong
        """
        query = cls(data={name: value for name, value in given.items() if value})
        faults = [
            Fault(name, _("Unknown parameter."), tuple(query.fields))
            for name in given
            if name not in query.fields
        ]
        faults += [
            Fault(name, _("Given more than once."))
            for name in given
            if len(given.getlist(name)) > 1
        ]
        if not query.is_valid():
            faults += [query._fault(name, said) for name, said in query.errors.items()]
        if faults:
            raise Refused(tuple(faults))
        return dict(query.validated_data)

    def _fault(self, name: str, said: Any) -> Fault:
        known = getattr(self.fields.get(name), "words", ())
        return Fault(name, " ".join(str(part) for part in said), tuple(known))


class Anything(Query):
    """For addresses whose parameters mean nothing, such as a file that crawlers look for."""

    @classmethod
    def reading(cls, given: QueryDict) -> dict[str, Any]:
        return {}


class Paged(Query):
    """What goes on where it stopped."""

    pagina = serializers.CharField(
        required=False,
        max_length=LONGEST_CURSOR,
        help_text=gettext_lazy("Where to go on: taken from «next» or «previous», never composed."),
    )


class Listing(Paged):
    """What every list of the API knows: where to go on, and how many to give."""

    limite = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=LARGEST_PAGE,
        default=USUAL_PAGE,
        help_text=gettext_lazy("How many to give at most."),
    )


class Between(Query):
    """What is in order of time, and may be bounded."""

    desde = serializers.DateField(
        required=False, help_text=gettext_lazy("From this day on (YYYY-MM-DD).")
    )
    hasta = serializers.DateField(
        required=False, help_text=gettext_lazy("Up to and including this day (YYYY-MM-DD).")
    )


class Ordinal(serializers.IntegerField):
    """A year, or the number of a legislature."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, min_value=1, max_value=9999, **kwargs)


class Slug(serializers.SlugField):
    """The name of something in its address."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=160, **kwargs)


class BillNumber(serializers.RegexField):
    """A bill's number, written in full."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(r"^[1-9][0-9]{0,4}-[0-9]{2}$", required=False, **kwargs)
