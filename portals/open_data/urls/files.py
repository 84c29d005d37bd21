"""The addresses of pages with another ending: .json, .csv, .atom, .ics."""

from django.urls import URLPattern, path

from legislation.bills.enums import BillKind
from portals.open_data.urls import converters  # noqa: F401 (registers the parts of addresses)
from portals.open_data.views import api, files

VOTE = "votaciones/<from_one:legislature>/<from_one:session>/<from_one:position>"
SENATOR = "senadores/<slug:slug>"


def _bills(root: str, name: str, kind: BillKind) -> list[URLPattern]:
    """The formats of the list and of each bill; their names begin with ``name``."""
    one = f"{root}/<bill_number:number>"
    return [
        path(f"{root}.json", api.Bills.as_view(kind=kind, **api.AS_A_FILE), name=f"{name}s-json"),
        path(f"{root}.csv", files.BillsTable.as_view(kind=kind, name=root), name=f"{name}s-csv"),
        path(f"{root}.atom", files.BillsFeed.as_view(kind=kind), name=f"{name}s-atom"),
        path(f"{one}.json", api.OneBill.as_view(kind=kind, **api.AS_A_FILE), name=f"{name}-json"),
        path(f"{one}.atom", files.BillFeed.as_view(kind=kind), name=f"{name}-atom"),
        path(
            f"{one}/textos/<slug:slug>.json",
            api.OneText.as_view(kind=kind, **api.AS_A_FILE),
            name=f"{name}-text-json",
        ),
    ]


urlpatterns: list[URLPattern] = [
    *_bills("proyectos", "bill", BillKind.BILL),
    *_bills("asuntos", "matter", BillKind.MATTER),
    path("votaciones.json", api.Votes.as_view(**api.AS_A_FILE), name="votes-json"),
    path("votaciones.csv", files.VotesTable.as_view(), name="votes-csv"),
    path("votaciones.atom", files.VotesFeed.as_view(), name="votes-atom"),
    path(f"{VOTE}.json", api.OneVote.as_view(**api.AS_A_FILE), name="vote-json"),
    path(f"{VOTE}.csv", files.RollCallTable.as_view(), name="vote-csv"),
    path("senadores.json", api.Senators.as_view(**api.AS_A_FILE), name="senators-json"),
    path("senadores.csv", files.SenatorsTable.as_view(), name="senators-csv"),
    path(f"{SENATOR}.json", api.OneSenator.as_view(**api.AS_A_FILE), name="senator-json"),
    path(f"{SENATOR}.atom", files.SenatorFeed.as_view(), name="senator-atom"),
    path(f"{SENATOR}/votaciones.csv", files.SenatorVotesTable.as_view(), name="senator-votes-csv"),
    path("comisiones.json", api.Committees.as_view(**api.AS_A_FILE), name="committees-json"),
    path("comisiones.csv", files.CommitteesTable.as_view(), name="committees-csv"),
    path(
        "comisiones/<slug:slug>.json",
        api.OneCommittee.as_view(**api.AS_A_FILE),
        name="committee-json",
    ),
    path(
        "comisiones/<slug:slug>/agenda.ics", files.CommitteeAgenda.as_view(), name="committee-ics"
    ),
    path("sesiones.json", api.Sessions.as_view(**api.AS_A_FILE), name="sessions-json"),
    path("sesiones.csv", files.SessionsTable.as_view(), name="sessions-csv"),
    path("sesiones/sala.ics", files.FloorAgenda.as_view(), name="floor-ics"),
    path(
        "sesiones/<from_one:legislature>/<from_one:number>.json",
        api.OneSession.as_view(**api.AS_A_FILE),
        name="session-json",
    ),
    path("agenda.ics", files.WholeAgenda.as_view(), name="agenda-ics"),
    path(
        "publicaciones/<publication_number:number>.json",
        files.PublicationFile.as_view(),
        name="publication-json",
    ),
    path("erratas.atom", files.ErrataFeed.as_view(), name="errata-atom"),
    path("buscar.atom", files.SearchFeed.as_view(), name="search-atom"),
]
