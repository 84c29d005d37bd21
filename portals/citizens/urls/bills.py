"""Bills at ``/proyectos/8575-05/…`` and Senate matters at ``/asuntos/2734-14/…``.

A number has one form; every other way of writing it answers 301 to that one.
"""

from django.urls import URLPattern, path, re_path, register_converter
from django.urls.converters import StringConverter

from legislation.bills.enums import BillKind
from portals.citizens.views import bills


class BillNumberConverter(StringConverter):
    """A number as the record writes it: 8575-05, without dots or leading zeros."""

    regex = "[1-9][0-9]{0,4}-[0-9]{2}"


register_converter(BillNumberConverter, "boletin")


def _pages(root: str, name: str, kind: BillKind) -> list[URLPattern]:
    """The pages of a bill or of a matter; their names begin with ``name``."""
    bill = f"{root}/<boletin:number>/"
    return [
        path(f"{root}/", bills.BillList.as_view(kind=kind), name=f"{name}-list"),
        path(bill, bills.BillDetail.as_view(kind=kind), name=name),
        path(f"{bill}textos/", bills.BillTexts.as_view(kind=kind), name=f"{name}-texts"),
        path(f"{bill}textos/<slug:slug>/", bills.BillText.as_view(kind=kind), name=f"{name}-text"),
        path(
            f"{bill}comparar/",
            bills.ChooseComparison.as_view(kind=kind),
            name=f"{name}-choose-comparison",
        ),
        path(
            f"{bill}comparar/<slug:old>..<slug:new>/",
            bills.CompareTexts.as_view(kind=kind),
            name=f"{name}-compare",
        ),
        path(f"{bill}votaciones/", bills.BillVotes.as_view(kind=kind), name=f"{name}-votes"),
        path(f"{bill}documentos/", bills.BillPapers.as_view(kind=kind), name=f"{name}-papers"),
        path(
            f"{bill}indicaciones/",
            bills.BillAmendments.as_view(kind=kind),
            name=f"{name}-amendments",
        ),
        path(f"{bill}urgencias/", bills.BillUrgencies.as_view(kind=kind), name=f"{name}-urgencies"),
        re_path(
            rf"^{root}/(?P<printed>(?:S ?)?[0-9.]+(?:-[0-9]{{1,2}})?)(?P<rest>(?:/.*)?)$",
            bills.BillByAnotherForm.as_view(kind=kind),
            name=f"{name}-by-another-form",
        ),
    ]


# Where the Senate published bills before, and others still link to: «…?boletin_ini=8575-05».
OLD_ADDRESSES = (
    "tramitacion/",
    "tramitacion/index.php",
    "appsenado/templates/tramitacion/",
    "appsenado/templates/tramitacion/index.php",
)

urlpatterns: list[URLPattern] = [
    *(
        path(old, bills.BillByOldAddress.as_view(), name="bill-by-old-address")
        for old in OLD_ADDRESSES
    ),
    *_pages("proyectos", "bill", BillKind.BILL),
    *_pages("asuntos", "matter", BillKind.MATTER),
]
