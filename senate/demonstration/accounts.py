"""The fictional people of the demonstration who sign in: one or two for each role."""

from datetime import datetime

from allauth.account.models import EmailAddress

from accounts import grants
from accounts.models import RoleAssignment, User
from accounts.roles import Role
from legislation.people.enums import Chamber
from legislation.people.models import Committee

DOMAIN = "senado.example"
# (address before the @, name, role). Invented; the senator and the adviser are of no real party.
PEOPLE: tuple[tuple[str, str, Role], ...] = (
    ("redaccion.1", "Amanda Rupailaf Cortez", Role.DRAFTING_OFFICIAL),
    ("redaccion.2", "Julián Peñaloza Matus", Role.DRAFTING_OFFICIAL),
    ("aprobacion", "Beatriz Ocaranza Leiva", Role.APPROVING_OFFICIAL),
    ("comision.1", "Darío Quezada Millán", Role.COMMITTEE_SECRETARY),
    ("comision.2", "Noemí Catrileo Bravo", Role.COMMITTEE_SECRETARY),
    ("sala", "Gastón Urrutia Pizarro", Role.FLOOR_SECRETARIAT),
    ("informatica.1", "Ximena Toloza Rey", Role.IT_ADMINISTRATOR),
    ("informatica.2", "Braulio Hidalgo Soto", Role.IT_ADMINISTRATOR),
    ("calidad", "Fresia Montecino Araya", Role.QUALITY),
    ("auditoria", "Ignacio Belmar Cofré", Role.AUDITOR),
    ("senadora", "Elisa Marambio Tapia", Role.SENATOR),
    ("asesoria", "Tomás Iturra Navea", Role.ADVISER),
    ("ciudadana", "Rosario Huenchullán Vega", Role.CITIZEN),
)
SECRETARIES = tuple(
    f"{local}@{DOMAIN}" for local, _name, role in PEOPLE if role is Role.COMMITTEE_SECRETARY
)


def record_accounts(at: datetime) -> int:
    """Make the fictional accounts, each with its role from ``at`` on; how many there are.

    Twice makes none twice. Nobody can sign in to them but through the demonstration's page: they
    have no password, no passkey and an address that no mail reaches.
    """
    for local, name, role in PEOPLE:
        email = f"{local}@{DOMAIN}"
        if User.objects.filter(email=email).exists():
            continue
        user = User.objects.create_user(email, name=name)
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
        RoleAssignment.objects.create(user=user, role=role, during=(at, None))
    return len(PEOPLE)


def record_rights() -> int:
    """Share the committees of the Senate between both secretaries; how many there are.

    To be called once committees are recorded. Twice gives nothing twice.
    """
    secretaries = list(User.objects.filter(email__in=SECRETARIES).order_by("email"))
    shared = Committee.objects.exclude(chamber=Chamber.DEPUTIES).order_by("pk")
    for number, committee in enumerate(shared):
        grants.give(secretaries[number % len(secretaries)], grants.SERVE_COMMITTEE, committee)
    return shared.count()
