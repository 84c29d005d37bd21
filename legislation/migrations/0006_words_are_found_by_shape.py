"""A misspelt word is found through the shapes that it shares with the right one."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0004_constituencies_and_legislatures")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="searchword",
            name="plain",
            field=models.CharField(default="", max_length=60),
        ),
        migrations.AddField(
            model_name="searchword",
            name="shapes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60), default=list, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="searchword",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["shapes"], name="search_word_by_shape"
            ),
        ),
    ]
