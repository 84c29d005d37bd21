"""What changes accounts: roles given and ended, accounts made and closed, links, sessions.

Each is one transaction and one entry of the ledger, which says who did it and to whom by
number, never by name.
"""

from accounts.services.enrolment import (
    approve_enrolment,
    ask_enrolment,
    first_administrator,
    use_enrolment,
)
from accounts.services.factors import record_factor, record_sign_in
from accounts.services.rights import end_right, give_right
from accounts.services.roles import end_role, give_role
from accounts.services.sessions import end_sessions
from accounts.services.staff import create_staff_account, disable_account

__all__ = [
    "approve_enrolment",
    "ask_enrolment",
    "create_staff_account",
    "disable_account",
    "end_right",
    "end_role",
    "end_sessions",
    "first_administrator",
    "give_right",
    "give_role",
    "record_factor",
    "record_sign_in",
    "use_enrolment",
]
