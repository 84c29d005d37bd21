"""May this person manage accounts? The answer says why not, in words fit for them.

Whoever manages accounts decides nothing of the record, and nothing of their own account.
"""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.decisions import Decision, denied
from accounts.models import Enrolment, User
from accounts.roles import Role


def can_manage_accounts(actor: Actor, *, at: datetime) -> Decision:
    """IT administrators alone, once a passkey has proved them in the last five minutes.

    :param at: now
    """
    if not actor.has(Role.IT_ADMINISTRATOR):
        return denied(_("Only IT administrators manage accounts."))
    return actor.confirmed_by(at)


def can_manage(actor: Actor, subject: User, *, at: datetime) -> Decision:
    """The same, over one account, which is never their own.

    :param subject: the account to change
    :param at: now
    """
    if actor.user_id == subject.pk:
        return denied(_("Nobody manages their own account: ask another IT administrator."))
    return can_manage_accounts(actor, at=at)


def can_approve_enrolment(actor: Actor, enrolment: Enrolment, *, at: datetime) -> Decision:
    """Another IT administrator than the one who asked for it, and never for oneself.

    :param enrolment: what was asked for
    :param at: now
    """
    if actor.user_id == enrolment.asked_by_id:
        return denied(_("You asked for it: another IT administrator approves it."))
    return can_manage(actor, enrolment.subject, at=at)
