"""Letters sent and received, numbered by year; once entered, their words stay."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WORDS = """
CREATE FUNCTION senate_letters_keep_their_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.direction, NEW.year, NEW.number, NEW.reference, NEW.kind, NEW.dated_on,
        NEW.correspondent, NEW.senators, NEW.subject, NEW.dossier_id, NEW.answers_id,
        NEW.answer_due_on, NEW.publication_id)
         IS NOT DISTINCT FROM
       (OLD.direction, OLD.year, OLD.number, OLD.reference, OLD.kind, OLD.dated_on,
        OLD.correspondent, OLD.senators, OLD.subject, OLD.dossier_id, OLD.answers_id,
        OLD.answer_due_on, OLD.publication_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'A letter is never changed nor deleted: only whether it was answered.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER letters_keep_their_words
  BEFORE UPDATE OR DELETE ON legislation_letter
  FOR EACH ROW EXECUTE FUNCTION senate_letters_keep_their_words();
"""
WORDS_BACK = """
DROP TRIGGER letters_keep_their_words ON legislation_letter;
DROP FUNCTION senate_letters_keep_their_words();
"""

PRIVILEGES = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE DELETE, TRUNCATE ON legislation_letter, legislation_letterseries FROM senado_app;
  END IF;
END
$$;
"""
PRIVILEGES_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT DELETE ON legislation_letter, legislation_letterseries TO senado_app;
  END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0031_amendments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "direction",
                    models.CharField(choices=[("OUT", "Sent"), ("IN", "Received")], max_length=3),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("reference", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("PRESIDENT", "President of the Republic"),
                            ("OTHER_CHAMBER", "Chamber of Deputies"),
                            ("REQUESTED", "Requested by senators"),
                            ("SUPREME_COURT", "Supreme Court"),
                            ("CONSTITUTIONAL_COURT", "Constitutional Court"),
                            ("AUTHORITY", "Ministry or other authority"),
                        ],
                        max_length=20,
                    ),
                ),
                ("dated_on", models.DateField()),
                (
                    "correspondent",
                    models.CharField(
                        help_text="To whom it goes, or who sends it: an office.", max_length=200
                    ),
                ),
                (
                    "senators",
                    models.TextField(blank=True, help_text="Who ask, one a line, as printed."),
                ),
                ("subject", models.TextField()),
                ("answer_due_on", models.DateField(blank=True, null=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answered_by",
                        to="legislation.letter",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="legislation.dossier",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter",
                        to="legislation.publication",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LetterSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "direction",
                    models.CharField(choices=[("OUT", "Sent"), ("IN", "Received")], max_length=3),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("direction", "year"), name="letters_have_one_series_each_year"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["-dated_on", "-id"], name="letter_by_day"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("answer_due_on__isnull", False), ("answered_on__isnull", True)),
                fields=["answer_due_on", "id"],
                name="letter_awaiting_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("direction", "year", "number"), name="a_letter_number_is_given_once_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reference", ""), _negated=True),
                    models.Q(("subject", ""), _negated=True),
                    models.Q(("correspondent", ""), _negated=True),
                ),
                name="a_letter_says_what_and_with_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "REQUESTED"), ("senators", ""), _connector="OR"),
                    models.Q(
                        models.Q(("kind", "REQUESTED"), _negated=True),
                        models.Q(("senators", ""), _negated=True),
                        ("direction", "IN"),
                        _connector="OR",
                    ),
                ),
                name="a_requested_letter_is_in_senators_own_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer_due_on__isnull", True),
                    models.Q(("answer_due_on__gt", models.F("dated_on")), ("direction", "OUT")),
                    _connector="OR",
                ),
                name="a_term_to_answer_ends_after_the_letter",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publication__isnull", True), ("dossier__isnull", False), _connector="OR"
                ),
                name="only_a_letter_of_a_bill_is_published",
            ),
        ),
        migrations.RunSQL(WORDS, WORDS_BACK),
        migrations.RunSQL(PRIVILEGES, PRIVILEGES_BACK),
    ]
