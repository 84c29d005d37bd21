"""A session is found by the words of its agenda."""

from typing import ClassVar

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0006_words_are_found_by_shape")]

    operations: ClassVar = [
        migrations.AddIndex(
            model_name="agendaitem",
            index=django.contrib.postgres.indexes.GinIndex(
                models.Func(models.F("heading"), function="senate_tsvector"),
                name="agenda_item_by_words",
            ),
        ),
    ]
