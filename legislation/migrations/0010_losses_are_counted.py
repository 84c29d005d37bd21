"""A report line says how many places of the file it speaks of."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0009_majority_and_urgency_rules")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="importloss",
            name="occurrences",
            field=models.PositiveIntegerField(default=1),
        ),
    ]
