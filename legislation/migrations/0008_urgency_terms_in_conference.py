"""A conference committee has terms of its own, and how days are counted is part of a rule."""

from typing import ClassVar

import django.contrib.postgres.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0007_agendas_are_found_by_words")]

    operations: ClassVar = [
        migrations.RemoveConstraint(
            model_name="urgencyrule", name="an_urgency_has_one_rule_at_a_time"
        ),
        migrations.AddField(
            model_name="urgencyrule",
            name="in_conference",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="urgencyrule",
            name="day_count",
            field=models.CharField(default="CALENDAR", max_length=12),
        ),
        migrations.AddField(
            model_name="urgencyrule",
            name="notice_day_counts",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="urgencyrule",
            name="confidence",
            field=models.CharField(default="A", max_length=1),
        ),
        migrations.AddConstraint(
            model_name="urgencyrule",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("kind", "="), ("in_conference", "="), ("during", "&&")],
                name="an_urgency_has_one_rule_at_a_time",
            ),
        ),
    ]
