"""The numbers of the law that procedure turns on.

The rows are those of ``legislation.procedure.terms`` on the day this was written; a test keeps
them equal. Those without a first day hold for every day of the record.
"""

from typing import ClassVar

from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

# Term, number, citation, confidence.
TERMS = (
    ("SENATORS_OF_A_MOTION", 5, "Constitución, art. 65", "A"),
    ("DEPUTIES_OF_A_MOTION", 10, "Constitución, art. 65", "A"),
    ("SENATORS_OF_AN_AMENDMENT", 5, "Reglamento del Senado, art. 118", "B"),
    ("SENATORS_TO_RENEW", 10, "Reglamento del Senado, art. 124", "B"),
    ("YEARS_TO_RENEW_A_BILL", 1, "Constitución, art. 68", "A"),
    ("YEARS_TO_SHELVE", 2, "Reglamento del Senado, art. 36 bis", "A"),
    ("DAYS_OF_THE_CONFERENCE", 15, "Constitución, arts. 70 y 71", "A"),
    ("DAYS_OF_THE_PRESIDENT", 30, "Constitución, art. 75", "A"),
    ("DAYS_TO_PROMULGATE", 10, "Constitución, art. 75", "A"),
    ("WORKING_DAYS_TO_PUBLISH", 5, "Constitución, art. 75", "A"),
    ("THIRDS_TO_INSIST", 2, "Constitución, arts. 68, 70, 71 y 73", "A"),
)


def load(apps, _editor):
    rows = apps.get_model("legislation", "ProcedureTerm")
    rows.objects.bulk_create(
        rows(
            term=term,
            during=DateRange(None, None),
            number=number,
            citation=citation,
            confidence=confidence,
        )
        for term, number, citation, confidence in TERMS
    )


def unload(apps, _editor):
    apps.get_model("legislation", "ProcedureTerm").objects.all().delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0023_acts_are_final")]

    operations: ClassVar = [migrations.RunPython(load, unload)]
