"""A search counts the subjects and authors of the bills found without leaving their rows."""

from typing import ClassVar

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0013_plurals_are_found_by_their_singulars")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="bill",
            name=name,
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                default=list,
                editable=False,
                help_text="For the search, which keeps it.",
                size=None,
            ),
        )
        for name in ("subject_keys", "author_keys")
    ]
