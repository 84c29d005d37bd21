"""The small record that the matrix is executed on: one of everything that has an address.

Made through the very screens, by the people who may.
"""

from __future__ import annotations

import re
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts import grants
from accounts.ledger.models import LedgerEntry
from accounts.models import Enrolment, User
from accounts.requests import BEGAN_AT, SEEN_AT
from accounts.roles import Role
from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery
from legislation.procedure.models import Dossier
from tests.accounts.signing_in import person, sign_in
from tests.factories.people import CommitteeFactory
from tests.factories.small_senate import a_small_senate, make_searchable
from tests.matrix.notation import ROLES

HOME = "/portal/funcionarios/"
HELD: dict[str, Role | None] = {
    "citizen": None,
    "unproved": Role.DRAFTING_OFFICIAL,
    "senator": Role.SENATOR,
    "adviser": Role.ADVISER,
    "secretary": Role.COMMITTEE_SECRETARY,
    "secretary2": Role.COMMITTEE_SECRETARY,
    "drafter": Role.DRAFTING_OFFICIAL,
    "drafter2": Role.DRAFTING_OFFICIAL,
    "approver": Role.APPROVING_OFFICIAL,
    "floor": Role.FLOOR_SECRETARIAT,
    "quality": Role.QUALITY,
    "auditor": Role.AUDITOR,
    "administrator": Role.IT_ADMINISTRATOR,
    "administrator2": Role.IT_ADMINISTRATOR,
}


class World:
    """The people, their cookies, and what the braces of the table stand for."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.users: dict[str, User] = {}
        self.cookies: dict[str, str] = {}
        self.names: dict[str, str] = {"today": timezone.localdate(self.now).isoformat()}
        self._people()
        self._senate()
        self._bills()
        self._amendments()
        self._papers()
        self._accounts()

    def client(self, role: str, *, enforces_csrf: bool = False) -> Client:
        """A browser of its own for this role, which fails as the real one would."""
        client = Client(enforce_csrf_checks=enforces_csrf, raise_request_exception=False)
        if role in self.cookies:
            client.cookies["sesion"] = self.cookies[role]
        return client

    def send(self, role: str, path: str, **typed: object) -> str:
        """Enter something that must be taken; the number or name that its address ends with."""
        answer = self.client(role).post(f"{HOME}{path}", typed)
        if answer.status_code != 302:
            said = re.search(r'id="errsum".*?</ul>', answer.content.decode(), re.DOTALL)
            words = f"{path} answered {answer.status_code} to {role}"
            raise AssertionError(f"{words}: {said.group() if said else typed}")
        return str(answer.url).rstrip("/").rpartition("/")[2]

    def _people(self) -> None:
        since = self.now - timedelta(days=100)
        for role in ROLES[1:]:
            held = HELD[role]
            user = person(role, *([held] if held else []), since=since)
            proved = role not in ("citizen", "unproved")
            client = sign_in(
                Client(),
                user,
                passkey_at=self.now if proved else None,
                code_at=None if proved else self.now,
            )
            session = client.session
            session[BEGAN_AT] = session[SEEN_AT] = int(self.now.timestamp())
            session.save()
            self.users[role], self.cookies[role] = user, client.cookies["sesion"].value

    def _senate(self) -> None:
        senate = a_small_senate()
        make_searchable()
        other = CommitteeFactory(name="Comisión de Obras Públicas", slug="obras")
        grants.give(self.users["secretary"], grants.SERVE_COMMITTEE, senate.committee)
        grants.give(self.users["secretary2"], grants.SERVE_COMMITTEE, other)
        grants.give(self.users["adviser"], grants.ADVISE_SENATOR, senate.irene)
        self.names |= {"committee": str(senate.committee.pk), "senator": str(senate.irene.pk)}

    def _bills(self) -> None:
        self.names["mine"] = self._file("drafter", keeps_draft="on")
        self.names["theirs"] = self._file("drafter2", keeps_draft="on")
        self.names["review"] = self._file("drafter")
        for name in ("mine", "theirs", "review"):
            publication = Dossier.objects.get(number=self.names[name]).acts.get().publication
            self.names |= {
                f"{name}_pk": str(publication.pk),
                f"{name}_revision": str(publication.revision),
                f"{name}_dossier": str(self._dossier(name).revision),
            }
        self.names["public"] = self._file("drafter")
        publication = Dossier.objects.get(number=self.names["public"]).acts.get().publication
        self.names["public_pk"] = str(publication.pk)
        self.send(
            "approver", f"publicaciones/{publication.pk}/aprobar/", revision=publication.revision
        )
        self.names["before"] = self._file("drafter")
        self._act("floor", "before", "dar-cuenta", committee="salud")

    def _amendments(self) -> None:
        self.names["amended"] = self._file("drafter")
        self._act("floor", "amended", "dar-cuenta", committee="salud")
        self._act("secretary", "amended", "primer-informe")
        self._act(
            *("floor", "amended", "aprobar-en-general"), in_favour="30", against="8", present="40"
        )
        papers = f"proyectos/{self.names['amended']}/indicaciones/"
        today = self.names["today"]
        self.send("floor", f"{papers}abrir/", opened_on=today, deadline_on=today)
        self.send(
            "drafter",
            f"{papers}1/presentar/",
            filed_on=today,
            author="PRESIDENT",
            kind="REPLACE",
            article_label="Artículo 3",
            text="Artículo 3.- El plazo será de treinta días.",
        )

    def _papers(self) -> None:
        today = self.names["today"]
        self.names["letter"] = self.send(
            "drafter",
            "oficios/enviar/",
            kind="AUTHORITY",
            dated_on=today,
            correspondent="Ministerio de Salud",
            subject="Pide los plazos de espera.",
            answer_days="30",
        )
        self.send(
            "drafter",
            f"proyectos/{self.names['mine']}/documentos/subir/",
            chosen=SimpleUploadedFile("informe.txt", b"Informe de la materia.\n"),
            kind="REPORT",
            dated_on=today,
            keeps_draft="on",
            revision=self._dossier("mine").revision,
        )
        self.names["mine_dossier"] = str(self._dossier("mine").revision)

    def _accounts(self) -> None:
        since = self.now - timedelta(days=9)
        subject = person("persona", Role.COMMITTEE_SECRETARY, since=since)
        self.names["account"] = str(subject.pk)
        self.send("administrator", f"usuarios/{subject.pk}/pedir-enlace/")
        self.names["link"] = str(Enrolment.objects.get(subject=subject).pk)
        passkey = Authenticator.objects.create(
            user=subject, type=Authenticator.Type.WEBAUTHN, data={"name": "Llave"}
        )
        session = UserSession.objects.create(
            user=self.users["citizen"], ip="127.0.0.1", session_key="x" * 32, user_agent="Firefox"
        )
        delivery = Delivery.objects.create(
            entry=LedgerEntry.objects.latest("sequence"),
            reaction="bills.tell",
            state=DeliveryState.DEAD,
            attempts=6,
            next_at=self.now,
        )
        self.names |= {
            "delivery": str(delivery.pk),
            "passkey": str(passkey.pk),
            "session": str(session.pk),
        }

    def _file(self, role: str, **more: str) -> str:
        return self.send(
            role,
            "proyectos/ingresar/",
            initiative="MOTION",
            title="Proyecto de ley sobre plazos de espera",
            suffix="11",
            filed_on=self.names["today"],
            authors="Riffo, Persona",
            **more,
        )

    def _act(self, role: str, bill: str, slug: str, **typed: str) -> None:
        self.send(
            role,
            f"proyectos/{self.names[bill]}/actos/{slug}/",
            taken_on=self.names["today"],
            revision=self._dossier(bill).revision,
            **typed,
        )
        self.names[f"{bill}_dossier"] = str(self._dossier(bill).revision)

    def _dossier(self, name: str) -> Dossier:
        return Dossier.objects.get(number=self.names[name])
