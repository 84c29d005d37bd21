"""The first IT administrator: `manage.py create_administrator EMAIL --name "…"`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from accounts.errors import AccountRule
from accounts.services import first_administrator


class Command(BaseCommand):
    help = (
        "Make the first IT administrator and print the address where they add their passkey: it "
        "serves once, for an hour. Once there is one, the others are made by two of them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address that we write to them at")
        parser.add_argument(
            "--name", required=True, help="their name, as the ledger's readers see it"
        )

    def handle(self, *, email: str, name: str, **_options: Any) -> None:
        try:
            token = first_administrator(email=email, name=name, at=timezone.now())
        except AccountRule as refusal:
            raise CommandError(str(refusal)) from refusal
        base = settings.PUBLIC_BASE_URL.rstrip("/") or "http://localhost:8000"
        self.stdout.write(f"{base}{reverse('account_enrol', kwargs={'token': token})}")
