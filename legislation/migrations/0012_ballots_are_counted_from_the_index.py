"""A senator's answers are counted from one index, without reading a million rows.

The two indexes that Django gives to foreign keys repeated the beginning of others.
"""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0011_bills_are_ranked_by_their_headings")]

    operations: ClassVar = [
        migrations.RemoveIndex(model_name="ballot", name="ballot_by_senator"),
        migrations.AlterField(
            model_name="ballot",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ballots",
                to="legislation.person",
            ),
        ),
        migrations.AlterField(
            model_name="ballot",
            name="vote",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ballots",
                to="legislation.vote",
            ),
        ),
        migrations.AddIndex(
            model_name="ballot",
            index=models.Index(
                models.F("person_id"),
                models.OrderBy(models.F("vote_id"), descending=True),
                include=("choice",),
                name="ballot_by_senator",
            ),
        ),
    ]
