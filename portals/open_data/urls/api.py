"""``/api/v1/…``: without a final slash, as formats have none."""

from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_lazy as _

from legislation.bills.enums import BillKind
from portals.open_data.urls import converters  # noqa: F401 (registers the parts of addresses)
from portals.open_data.views import api, moved

V1 = "api/v1/"
MATTER = {"kind": BillKind.MATTER}

urlpatterns: list[URLPattern] = [
    path(V1, api.Index.as_view(), name="api"),
    path(f"{V1}bills", api.Bills.as_view(), name="bills"),
    path(f"{V1}bills/<bill_number:number>", api.OneBill.as_view(), name="bill"),
    path(
        f"{V1}bills/<bill_number:number>/texts/<slug:slug>",
        api.OneText.as_view(),
        name="bill-text",
    ),
    path(
        f"{V1}matters",
        api.Bills.as_view(
            **MATTER,
            operation="list_matters",
            summary=_("Matters of the Senate alone, the one that moved last first."),
        ),
        name="matters",
    ),
    path(
        f"{V1}matters/<bill_number:number>",
        api.OneBill.as_view(
            **MATTER, operation="matter", summary=_("One matter of the Senate with everything.")
        ),
        name="matter",
    ),
    path(
        f"{V1}matters/<bill_number:number>/texts/<slug:slug>",
        api.OneText.as_view(
            **MATTER,
            operation="matter_text",
            summary=_("One text of a matter of the Senate, article by article."),
        ),
        name="matter-text",
    ),
    path(f"{V1}votes", api.Votes.as_view(), name="votes"),
    path(
        f"{V1}votes/<from_one:legislature>/<from_one:session>/<from_one:position>",
        api.OneVote.as_view(),
        name="vote",
    ),
    path(f"{V1}senators", api.Senators.as_view(), name="senators"),
    path(f"{V1}senators/<slug:slug>", api.OneSenator.as_view(), name="senator"),
    path(f"{V1}committees", api.Committees.as_view(), name="committees"),
    path(f"{V1}committees/<slug:slug>", api.OneCommittee.as_view(), name="committee"),
    path(
        f"{V1}committees/<slug:slug>/sessions/<from_one:legislature>/<from_one:number>",
        api.OneCommitteeSession.as_view(),
        name="committee-session",
    ),
    path(f"{V1}sessions", api.Sessions.as_view(), name="sessions"),
    path(
        f"{V1}sessions/<from_one:legislature>/<from_one:number>",
        api.OneSession.as_view(),
        name="session",
    ),
    path(f"{V1}documents", api.Documents.as_view(), name="documents"),
    path(f"{V1}texts", api.Texts.as_view(), name="texts"),
]

elsewhere: list[URLPattern] = [
    re_path(rf"^{V1}.*$", moved.Elsewhere.as_view(), name="elsewhere"),
]
