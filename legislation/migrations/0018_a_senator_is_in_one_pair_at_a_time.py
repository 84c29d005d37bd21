"""A senator is in one pair at a time; a number in office may be the seats less the excluded."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField
from django.db import migrations, models

BASES = [
    ("ROSTER", "From the mandates of the day"),
    ("SEATS", "From the number of elected seats"),
    ("EXCLUDED", "From the number of elected seats, less the exclusions on record"),
    ("UNKNOWN", "Unknown"),
]


def alone(key: str) -> models.Func:
    return models.Func(
        models.F(key),
        models.F(key),
        models.Value("[]"),
        function="int8range",
        output_field=BigIntegerRangeField(),
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0017_changes_are_numbered_as_they_commit")]

    operations: ClassVar = [
        migrations.AlterField(
            "vote",
            "in_office_basis",
            models.CharField(choices=BASES, default="UNKNOWN", max_length=8),
        ),
        migrations.AddConstraint(
            "pair",
            ExclusionConstraint(
                name="a_senator_is_in_one_pair_at_a_time",
                expressions=[
                    (
                        models.Func(
                            alone("one"),
                            alone("other"),
                            function="int8multirange",
                            output_field=BigIntegerRangeField(),
                        ),
                        "&&",
                    ),
                    ("during", "&&"),
                ],
            ),
        ),
    ]
