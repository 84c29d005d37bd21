"""Whom an attempt to sign in was about, for what counts attempts."""

from collections.abc import Mapping

from django.http import HttpRequest


def account_asked(request: HttpRequest | None, credentials: Mapping[str, object] | None) -> str:
    """The address that was tried, as one writes it or another; empty if none was."""
    given = credentials or {}
    posted = request.POST.get("login", "") if request is not None else ""
    tried = given.get("email") or given.get("username") or posted
    return str(tried).strip().lower()
