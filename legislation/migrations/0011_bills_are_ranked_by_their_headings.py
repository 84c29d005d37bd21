"""Found bills are ranked by a short vector, so that long texts cost nothing to rank."""

from typing import ClassVar

import django.contrib.postgres.search
from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0010_losses_are_counted")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="bill",
            name="rank_vector",
            field=django.contrib.postgres.search.SearchVectorField(
                editable=False,
                help_text="The same words without those of the text.",
                null=True,
            ),
        ),
    ]
