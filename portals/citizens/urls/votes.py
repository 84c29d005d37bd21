"""Votes at ``/votaciones/<legislature>/<sitting>/<position>/``, as the Senate cites them."""

from django.urls import URLPattern, path, re_path, register_converter
from django.urls.converters import IntConverter

from portals.citizens.views import votes


class OrdinalConverter(IntConverter):
    """A number from 1, without leading zeros."""

    regex = "[1-9][0-9]{0,4}"


register_converter(OrdinalConverter, "ordinal")

VOTE = "votaciones/<ordinal:legislature>/<ordinal:session>/<ordinal:position>/"

urlpatterns: list[URLPattern] = [
    path("votaciones/", votes.VoteList.as_view(), name="vote-list"),
    path(VOTE, votes.VoteDetail.as_view(), name="vote"),
    path(
        f"{VOTE}por-respuesta/",
        votes.VoteDetail.as_view(is_by_answer=True),
        name="vote-by-answer",
    ),
    re_path(
        r"^votaciones/0*(?P<legislature>[1-9][0-9]{0,4})/0*(?P<session>[1-9][0-9]{0,4})"
        r"/0*(?P<position>[1-9][0-9]{0,4})/(?P<rest>(?:por-respuesta/)?)$",
        votes.VoteByAnotherForm.as_view(),
        name="vote-by-another-form",
    ),
]
