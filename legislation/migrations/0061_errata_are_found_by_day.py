"""Errata and withdrawals are listed by their day."""

import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0060_people_are_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                models.OrderBy(
                    django.db.models.functions.comparison.Coalesce("withdrawn_at", "published_at"),
                    descending=True,
                ),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(
                    ("state", "WITHDRAWN"),
                    models.Q(("corrects__isnull", False), ("state", "PUBLISHED")),
                    _connector="OR",
                ),
                name="erratum_by_day",
            ),
        ),
    ]
