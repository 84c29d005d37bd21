"""Officials keep the people of the Senate: changes proposed and approved, and substitutions.

With the numbers of the law that they turn on, and changes that are final like acts.
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.postgresql.psycopg_any import DateRange

# Term, number, citation, confidence.
TERMS = (
    ("SENATORS_OF_A_COMMITTEE", 5, "Reglamento del Senado, art. 29", "B"),
    ("DAYS_ABROAD_WITHOUT_PERMISSION", 30, "Reglamento del Senado, art. 7", "B"),
)

FINAL = """
CREATE TRIGGER changes_of_people_are_never_changed
  BEFORE UPDATE OR DELETE ON legislation_personact
  FOR EACH ROW EXECUTE FUNCTION senate_acts_are_final();
CREATE TRIGGER changes_of_people_are_never_emptied
  BEFORE TRUNCATE ON legislation_personact
  FOR EACH STATEMENT EXECUTE FUNCTION senate_acts_are_final();
CREATE TRIGGER public_change_is_noted
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON legislation_substitution
  FOR EACH STATEMENT EXECUTE FUNCTION senate_note_public_change();
"""
FINAL_BACK = """
DROP TRIGGER public_change_is_noted ON legislation_substitution;
DROP TRIGGER changes_of_people_are_never_emptied ON legislation_personact;
DROP TRIGGER changes_of_people_are_never_changed ON legislation_personact;
"""

PRIVILEGES = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON legislation_personact FROM senado_app;
    REVOKE DELETE, TRUNCATE ON legislation_substitution FROM senado_app;
  END IF;
END
$$;
"""
PRIVILEGES_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT UPDATE, DELETE ON legislation_personact TO senado_app;
    GRANT DELETE ON legislation_substitution TO senado_app;
  END IF;
END
$$;
"""


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
    rows = apps.get_model("legislation", "ProcedureTerm")
    rows.objects.filter(term__in=[term for term, *_rest in TERMS]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0050_documents_of_dossiers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonAct",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("REGISTER", "Enter a person"),
                            ("SEAT", "Take a seat"),
                            ("END_SEAT", "Leave the seat"),
                            ("REPLACE", "Fill a vacancy"),
                            ("JOIN_PARTY", "Join a party"),
                            ("LEAVE_PARTY", "Leave the party"),
                            ("JOIN_CAUCUS", "Join a party caucus"),
                            ("LEAVE_CAUCUS", "Leave the party caucus"),
                            ("JOIN_COMMITTEE", "Join a committee"),
                            ("LEAVE_COMMITTEE", "Leave a committee"),
                            ("CHAIR_COMMITTEE", "Chair a committee"),
                            ("SUBSTITUTE", "Stand in for a member of a committee"),
                            ("TAKE_OFFICE", "Take an office of the Senate"),
                            ("LEAVE_OFFICE", "Leave an office of the Senate"),
                            ("SUSPEND", "Suspend: immunity lifted"),
                            ("PERMIT_ABSENCE", "Permit an absence abroad"),
                            ("RETURN", "Return to office"),
                            ("CORRECT", "Correct days that are wrong"),
                        ],
                        max_length=20,
                    ),
                ),
                ("taken_on", models.DateField()),
                ("description", models.TextField()),
                ("reason", models.TextField()),
                ("paper", models.CharField(blank=True, max_length=200)),
                ("citation", models.CharField(blank=True, max_length=200)),
                ("details", models.JSONField(default=dict)),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Substitution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
            ],
        ),
        migrations.AlterField(
            model_name="procedureterm",
            name="term",
            field=models.CharField(
                choices=[
                    ("SENATORS_OF_A_MOTION", "SENATORS_OF_A_MOTION"),
                    ("DEPUTIES_OF_A_MOTION", "DEPUTIES_OF_A_MOTION"),
                    ("SENATORS_OF_AN_AMENDMENT", "SENATORS_OF_AN_AMENDMENT"),
                    ("SENATORS_TO_RENEW", "SENATORS_TO_RENEW"),
                    ("YEARS_TO_RENEW_A_BILL", "YEARS_TO_RENEW_A_BILL"),
                    ("YEARS_TO_SHELVE", "YEARS_TO_SHELVE"),
                    ("DAYS_OF_THE_CONFERENCE", "DAYS_OF_THE_CONFERENCE"),
                    ("DAYS_OF_THE_PRESIDENT", "DAYS_OF_THE_PRESIDENT"),
                    ("DAYS_TO_PROMULGATE", "DAYS_TO_PROMULGATE"),
                    ("WORKING_DAYS_TO_PUBLISH", "WORKING_DAYS_TO_PUBLISH"),
                    ("THIRDS_TO_INSIST", "THIRDS_TO_INSIST"),
                    ("SENATORS_OF_A_COMMITTEE", "SENATORS_OF_A_COMMITTEE"),
                    ("DAYS_ABROAD_WITHOUT_PERMISSION", "DAYS_ABROAD_WITHOUT_PERMISSION"),
                ],
                max_length=32,
            ),
        ),
        migrations.AddField(
            model_name="personact",
            name="committee",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="legislation.committee",
            ),
        ),
        migrations.AddField(
            model_name="personact",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="acts",
                to="legislation.person",
            ),
        ),
        migrations.AddField(
            model_name="personact",
            name="publication",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="person_act",
                to="legislation.publication",
            ),
        ),
        migrations.AddField(
            model_name="personact",
            name="recorded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="substitution",
            name="committee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="substitutions",
                to="legislation.committee",
            ),
        ),
        migrations.AddField(
            model_name="substitution",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="substituted_by",
                to="legislation.person",
            ),
        ),
        migrations.AddField(
            model_name="substitution",
            name="substitute",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="substitutions",
                to="legislation.person",
            ),
        ),
        migrations.AddIndex(
            model_name="personact",
            index=models.Index(fields=["person", "-id"], name="person_act_by_person"),
        ),
        migrations.AddConstraint(
            model_name="personact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "REGISTER",
                            "SEAT",
                            "END_SEAT",
                            "REPLACE",
                            "JOIN_PARTY",
                            "LEAVE_PARTY",
                            "JOIN_CAUCUS",
                            "LEAVE_CAUCUS",
                            "JOIN_COMMITTEE",
                            "LEAVE_COMMITTEE",
                            "CHAIR_COMMITTEE",
                            "SUBSTITUTE",
                            "TAKE_OFFICE",
                            "LEAVE_OFFICE",
                            "SUSPEND",
                            "PERMIT_ABSENCE",
                            "RETURN",
                            "CORRECT",
                        ],
                    )
                ),
                name="a_change_of_a_person_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="personact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), _negated=True),
                    models.Q(("description", ""), _negated=True),
                ),
                name="a_change_of_a_person_says_what_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="personact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "REGISTER"), ("person__isnull", True)),
                    models.Q(
                        models.Q(("kind", "REGISTER"), _negated=True), ("person__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="a_change_is_of_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="substitution",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("committee", "="), ("member", "="), ("during", "&&")],
                name="a_member_has_one_substitute_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="substitution",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("committee", "="), ("substitute", "="), ("during", "&&")],
                name="a_substitute_stands_in_for_one_member",
            ),
        ),
        migrations.AddConstraint(
            model_name="substitution",
            constraint=models.CheckConstraint(
                condition=models.Q(("member", models.F("substitute")), _negated=True),
                name="nobody_stands_in_for_themselves",
            ),
        ),
        migrations.AddConstraint(
            model_name="substitution",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="a_substitution_has_days"
            ),
        ),
        migrations.RunPython(load, unload),
        migrations.RunSQL(FINAL, FINAL_BACK),
        migrations.RunSQL(PRIVILEGES, PRIVILEGES_BACK),
    ]
