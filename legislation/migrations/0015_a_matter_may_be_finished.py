"""A matter of the Senate that was dealt with is finished; it never becomes law."""

from typing import ClassVar

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

STATUSES = [
    ("IN_PROGRESS", "In progress"),
    ("PUBLISHED", "Published as law"),
    ("REJECTED", "Rejected"),
    ("ARCHIVED", "Archived"),
    ("WITHDRAWN", "Withdrawn"),
    ("INADMISSIBLE", "Inadmissible"),
    ("FINISHED", "Procedure finished"),
]


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0014_facets_are_counted_from_the_bill")]

    operations: ClassVar = [
        migrations.RemoveConstraint("bill", "a_bill_status_is_known"),
        migrations.AlterField("bill", "status", models.CharField(choices=STATUSES, max_length=16)),
        AddConstraintNotValid(
            "bill",
            models.CheckConstraint(
                condition=models.Q(status__in=[code for code, _name in STATUSES]),
                name="a_bill_status_is_known",
            ),
        ),
    ]
