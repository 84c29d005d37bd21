"""Dossiers, their acts, the series of numbers, and what is on its way to be published."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0021_grants_on_committees_and_persons"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "kind",
                    models.CharField(
                        choices=[("BILL", "Bill"), ("MATTER", "Senate matter")],
                        max_length=8,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("last", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Dossier",
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
                        choices=[("BILL", "Bill"), ("MATTER", "Senate matter")],
                        default="BILL",
                        max_length=8,
                    ),
                ),
                ("number", models.CharField(max_length=8)),
                (
                    "serial",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            models.Func(
                                models.F("number"),
                                models.Value("-"),
                                models.Value(1),
                                function="split_part",
                            ),
                            output_field=models.IntegerField(),
                        ),
                        output_field=models.IntegerField(),
                    ),
                ),
                ("title", models.TextField()),
                ("grounds", models.TextField(blank=True)),
                (
                    "initiative",
                    models.CharField(
                        choices=[
                            ("MESSAGE", "Presidential message"),
                            ("MOTION", "Members' motion"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "origin_chamber",
                    models.CharField(
                        choices=[
                            ("SENATE", "Senate"),
                            ("DEPUTIES", "Chamber of Deputies"),
                            ("BOTH", "Both chambers"),
                        ],
                        max_length=16,
                    ),
                ),
                ("filed_on", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("FILED", "Filed, awaiting notice"),
                            ("FIRST_COMMITTEE", "First reading: in committee"),
                            ("FIRST_FLOOR", "First reading: reported, awaiting the floor"),
                            (
                                "FIRST_SECOND_REPORT",
                                "First reading: approved in general, amendments",
                            ),
                            (
                                "FIRST_DETAIL",
                                "First reading: reported in detail, awaiting the floor",
                            ),
                            ("FIRST_ELSEWHERE", "First reading in the Chamber of Deputies"),
                            ("SECOND_NOTICE", "Second reading: arrived, awaiting notice"),
                            ("SECOND_COMMITTEE", "Second reading: in committee"),
                            ("SECOND_FLOOR", "Second reading: reported, awaiting the floor"),
                            (
                                "SECOND_SECOND_REPORT",
                                "Second reading: approved in general, amendments",
                            ),
                            (
                                "SECOND_DETAIL",
                                "Second reading: reported in detail, awaiting the floor",
                            ),
                            ("SECOND_ELSEWHERE", "Second reading in the Chamber of Deputies"),
                            ("THIRD_NOTICE", "Third reading: arrived, awaiting notice"),
                            ("THIRD_FLOOR", "Third reading: awaiting the floor"),
                            ("THIRD_ELSEWHERE", "Third reading in the Chamber of Deputies"),
                            ("CONFERENCE_IDEA", "Conference committee on the rejected bill"),
                            ("CONFERENCE_CHANGES", "Conference committee on the rejected changes"),
                            ("REPORT_ORIGIN_IDEA", "Conference report on the bill, at its origin"),
                            (
                                "REPORT_ORIGIN_CHANGES",
                                "Conference report on the changes, at its origin",
                            ),
                            (
                                "REPORT_REVISING_IDEA",
                                "Conference report on the bill, in the revising chamber",
                            ),
                            (
                                "REPORT_REVISING_CHANGES",
                                "Conference report on the changes, in the revising chamber",
                            ),
                            ("NO_AGREEMENT_IDEA", "No agreement on the bill"),
                            ("NO_AGREEMENT_CHANGES", "No agreement on the changes"),
                            ("INSISTENCE_ORIGIN_IDEA", "Insistence on the bill, at its origin"),
                            (
                                "INSISTENCE_REVISING_IDEA",
                                "Insistence on the bill, in the revising chamber",
                            ),
                            (
                                "INSISTENCE_ORIGIN_CHANGES",
                                "The changes reconsidered, at the bill's origin",
                            ),
                            (
                                "INSISTENCE_REVISING_CHANGES",
                                "The changes reconsidered, in the revising chamber",
                            ),
                            ("REJECTED_GENERAL", "Rejected in general at its origin"),
                            ("INSISTED_ELSEWHERE", "Message taken to the other chamber"),
                            ("INSISTED_BACK", "Message returned to its origin"),
                            ("COMPLETION", "Approved by Congress, to be sent to the President"),
                            ("PRESIDENT", "With the President of the Republic"),
                            ("VETO_ORIGIN", "Observations at the bill's origin"),
                            ("VETO_REVISING", "Observations in the revising chamber"),
                            ("COURT", "In the Constitutional Court"),
                            ("PROMULGATION", "Approved, awaiting enactment"),
                            ("ENACTED", "Enacted, awaiting publication"),
                            ("LAW", "Published as law"),
                            ("REJECTED", "Rejected"),
                            ("INADMISSIBLE", "Inadmissible"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("SHELVED", "Shelved"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "resumes_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FILED", "Filed, awaiting notice"),
                            ("FIRST_COMMITTEE", "First reading: in committee"),
                            ("FIRST_FLOOR", "First reading: reported, awaiting the floor"),
                            (
                                "FIRST_SECOND_REPORT",
                                "First reading: approved in general, amendments",
                            ),
                            (
                                "FIRST_DETAIL",
                                "First reading: reported in detail, awaiting the floor",
                            ),
                            ("FIRST_ELSEWHERE", "First reading in the Chamber of Deputies"),
                            ("SECOND_NOTICE", "Second reading: arrived, awaiting notice"),
                            ("SECOND_COMMITTEE", "Second reading: in committee"),
                            ("SECOND_FLOOR", "Second reading: reported, awaiting the floor"),
                            (
                                "SECOND_SECOND_REPORT",
                                "Second reading: approved in general, amendments",
                            ),
                            (
                                "SECOND_DETAIL",
                                "Second reading: reported in detail, awaiting the floor",
                            ),
                            ("SECOND_ELSEWHERE", "Second reading in the Chamber of Deputies"),
                            ("THIRD_NOTICE", "Third reading: arrived, awaiting notice"),
                            ("THIRD_FLOOR", "Third reading: awaiting the floor"),
                            ("THIRD_ELSEWHERE", "Third reading in the Chamber of Deputies"),
                            ("CONFERENCE_IDEA", "Conference committee on the rejected bill"),
                            ("CONFERENCE_CHANGES", "Conference committee on the rejected changes"),
                            ("REPORT_ORIGIN_IDEA", "Conference report on the bill, at its origin"),
                            (
                                "REPORT_ORIGIN_CHANGES",
                                "Conference report on the changes, at its origin",
                            ),
                            (
                                "REPORT_REVISING_IDEA",
                                "Conference report on the bill, in the revising chamber",
                            ),
                            (
                                "REPORT_REVISING_CHANGES",
                                "Conference report on the changes, in the revising chamber",
                            ),
                            ("NO_AGREEMENT_IDEA", "No agreement on the bill"),
                            ("NO_AGREEMENT_CHANGES", "No agreement on the changes"),
                            ("INSISTENCE_ORIGIN_IDEA", "Insistence on the bill, at its origin"),
                            (
                                "INSISTENCE_REVISING_IDEA",
                                "Insistence on the bill, in the revising chamber",
                            ),
                            (
                                "INSISTENCE_ORIGIN_CHANGES",
                                "The changes reconsidered, at the bill's origin",
                            ),
                            (
                                "INSISTENCE_REVISING_CHANGES",
                                "The changes reconsidered, in the revising chamber",
                            ),
                            ("REJECTED_GENERAL", "Rejected in general at its origin"),
                            ("INSISTED_ELSEWHERE", "Message taken to the other chamber"),
                            ("INSISTED_BACK", "Message returned to its origin"),
                            ("COMPLETION", "Approved by Congress, to be sent to the President"),
                            ("PRESIDENT", "With the President of the Republic"),
                            ("VETO_ORIGIN", "Observations at the bill's origin"),
                            ("VETO_REVISING", "Observations in the revising chamber"),
                            ("COURT", "In the Constitutional Court"),
                            ("PROMULGATION", "Approved, awaiting enactment"),
                            ("ENACTED", "Enacted, awaiting publication"),
                            ("LAW", "Published as law"),
                            ("REJECTED", "Rejected"),
                            ("INADMISSIBLE", "Inadmissible"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("SHELVED", "Shelved"),
                        ],
                        max_length=32,
                    ),
                ),
                ("is_treaty", models.BooleanField(default=False)),
                (
                    "is_exclusive",
                    models.BooleanField(
                        default=False, help_text="Its matter is for the President alone (CPR 65)."
                    ),
                ),
                (
                    "needs_court_control",
                    models.BooleanField(
                        default=False,
                        help_text="Holds norms that the Court must review (CPR 93 N° 1).",
                    ),
                ),
                ("has_open_question", models.BooleanField(default=False)),
                ("has_pending_amendments", models.BooleanField(default=False)),
                ("stands_since", models.DateField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "bill",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossier",
                        to="legislation.bill",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="legislation.committee",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProcedureTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "term",
                    models.CharField(
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
                        ],
                        max_length=32,
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("number", models.PositiveSmallIntegerField()),
                ("citation", models.CharField(max_length=200)),
                ("confidence", models.CharField(max_length=1)),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("term", "="), ("during", "&&")],
                        name="a_term_has_one_number_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("during__isempty", False)),
                        name="a_procedure_term_has_days",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                        choices=[("ACT", "Act of the procedure"), ("DOCUMENT", "Document")],
                        max_length=12,
                    ),
                ),
                ("object_kind", models.CharField(max_length=24)),
                ("object_key", models.CharField(max_length=120)),
                ("content", models.JSONField()),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Draft"),
                            ("IN_REVIEW", "In review"),
                            ("APPROVED", "Approved"),
                            ("PUBLISHED", "Published"),
                            ("DISCARDED", "Discarded"),
                            ("WITHDRAWN", "Withdrawn"),
                        ],
                        default="DRAFT",
                        max_length=12,
                    ),
                ),
                ("drafted_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("approved_hash", models.CharField(blank=True, max_length=64)),
                (
                    "due_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Not before this hour; empty, as soon as approved.",
                        null=True,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="Why it corrects, was returned or withdrawn, for all to read.",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errata",
                        to="legislation.publication",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the system, on the strength of a vote.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Act",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("FILE", "File"),
                            ("RECEIVE", "Receive from the Chamber of Deputies"),
                            ("GIVE_NOTICE", "Give notice"),
                            ("DECLARE_INADMISSIBLE", "Declare inadmissible"),
                            ("RECONSIDER_ADMISSIBILITY", "Reconsider admissibility"),
                            ("REFER", "Refer to a committee"),
                            ("CONSULT_SUPREME_COURT", "Consult the Supreme Court"),
                            ("MERGE", "Merge with another bill"),
                            ("REPORT", "Report from committee"),
                            ("APPROVE_GENERAL", "Approve in general"),
                            ("REJECT_GENERAL", "Reject in general"),
                            ("REPORT_DETAIL", "Second report from committee"),
                            ("APPROVE", "Approve and pass on"),
                            ("APPROVE_UNCHANGED", "Approve without changes"),
                            ("APPROVE_WITH_CHANGES", "Approve with changes"),
                            ("ACCEPT_CHANGES", "Accept the changes"),
                            ("REJECT_CHANGES", "Reject changes"),
                            ("REPORT_CONFERENCE", "Report from the conference committee"),
                            ("FAIL_TO_AGREE", "Record that the conference did not agree"),
                            ("APPROVE_CONFERENCE", "Approve the conference report"),
                            ("REJECT_CONFERENCE", "Reject the conference report"),
                            ("ASK_INSISTENCE", "Ask the chamber to insist"),
                            ("INSIST", "Insist"),
                            ("DECLINE_TO_INSIST", "Decline to insist"),
                            ("CONFIRM_REJECTION", "Confirm the rejection"),
                            ("DECLINE_TO_REJECT", "Decline to confirm the rejection"),
                            ("DROP_PART", "Record that there is no law in the part in dispute"),
                            ("DROP_ALL", "Record that there is no law"),
                            ("TAKE_TO_OTHER_CHAMBER", "Take the message to the other chamber"),
                            ("DISPATCH", "Send to the President"),
                            ("ASSENT", "Record the President's approval"),
                            ("DEEM_APPROVED", "Record that the President's term ran out"),
                            ("OBSERVE", "Receive the President's observations"),
                            ("DECIDE_OBSERVATIONS", "Decide on the observations"),
                            ("SEND_TO_COURT", "Send to the Constitutional Court"),
                            ("RULE_CONFORM", "Record the Court's ruling: in accordance"),
                            (
                                "RULE_UNCONSTITUTIONAL",
                                "Record the Court's ruling: unconstitutional as a whole",
                            ),
                            ("PROMULGATE", "Record the enactment"),
                            ("PUBLISH_LAW", "Record the publication as law"),
                            ("SET_URGENCY", "Set an urgency"),
                            ("WITHDRAW_URGENCY", "Withdraw an urgency"),
                            ("WITHDRAW", "Withdraw"),
                            ("TAKE_OVER", "Take over a withdrawn bill"),
                            ("SHELVE", "Shelve"),
                            ("UNSHELVE", "Take off the shelf"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "came_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FILED", "Filed, awaiting notice"),
                            ("FIRST_COMMITTEE", "First reading: in committee"),
                            ("FIRST_FLOOR", "First reading: reported, awaiting the floor"),
                            (
                                "FIRST_SECOND_REPORT",
                                "First reading: approved in general, amendments",
                            ),
                            (
                                "FIRST_DETAIL",
                                "First reading: reported in detail, awaiting the floor",
                            ),
                            ("FIRST_ELSEWHERE", "First reading in the Chamber of Deputies"),
                            ("SECOND_NOTICE", "Second reading: arrived, awaiting notice"),
                            ("SECOND_COMMITTEE", "Second reading: in committee"),
                            ("SECOND_FLOOR", "Second reading: reported, awaiting the floor"),
                            (
                                "SECOND_SECOND_REPORT",
                                "Second reading: approved in general, amendments",
                            ),
                            (
                                "SECOND_DETAIL",
                                "Second reading: reported in detail, awaiting the floor",
                            ),
                            ("SECOND_ELSEWHERE", "Second reading in the Chamber of Deputies"),
                            ("THIRD_NOTICE", "Third reading: arrived, awaiting notice"),
                            ("THIRD_FLOOR", "Third reading: awaiting the floor"),
                            ("THIRD_ELSEWHERE", "Third reading in the Chamber of Deputies"),
                            ("CONFERENCE_IDEA", "Conference committee on the rejected bill"),
                            ("CONFERENCE_CHANGES", "Conference committee on the rejected changes"),
                            ("REPORT_ORIGIN_IDEA", "Conference report on the bill, at its origin"),
                            (
                                "REPORT_ORIGIN_CHANGES",
                                "Conference report on the changes, at its origin",
                            ),
                            (
                                "REPORT_REVISING_IDEA",
                                "Conference report on the bill, in the revising chamber",
                            ),
                            (
                                "REPORT_REVISING_CHANGES",
                                "Conference report on the changes, in the revising chamber",
                            ),
                            ("NO_AGREEMENT_IDEA", "No agreement on the bill"),
                            ("NO_AGREEMENT_CHANGES", "No agreement on the changes"),
                            ("INSISTENCE_ORIGIN_IDEA", "Insistence on the bill, at its origin"),
                            (
                                "INSISTENCE_REVISING_IDEA",
                                "Insistence on the bill, in the revising chamber",
                            ),
                            (
                                "INSISTENCE_ORIGIN_CHANGES",
                                "The changes reconsidered, at the bill's origin",
                            ),
                            (
                                "INSISTENCE_REVISING_CHANGES",
                                "The changes reconsidered, in the revising chamber",
                            ),
                            ("REJECTED_GENERAL", "Rejected in general at its origin"),
                            ("INSISTED_ELSEWHERE", "Message taken to the other chamber"),
                            ("INSISTED_BACK", "Message returned to its origin"),
                            ("COMPLETION", "Approved by Congress, to be sent to the President"),
                            ("PRESIDENT", "With the President of the Republic"),
                            ("VETO_ORIGIN", "Observations at the bill's origin"),
                            ("VETO_REVISING", "Observations in the revising chamber"),
                            ("COURT", "In the Constitutional Court"),
                            ("PROMULGATION", "Approved, awaiting enactment"),
                            ("ENACTED", "Enacted, awaiting publication"),
                            ("LAW", "Published as law"),
                            ("REJECTED", "Rejected"),
                            ("INADMISSIBLE", "Inadmissible"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("SHELVED", "Shelved"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "led_to",
                    models.CharField(
                        choices=[
                            ("FILED", "Filed, awaiting notice"),
                            ("FIRST_COMMITTEE", "First reading: in committee"),
                            ("FIRST_FLOOR", "First reading: reported, awaiting the floor"),
                            (
                                "FIRST_SECOND_REPORT",
                                "First reading: approved in general, amendments",
                            ),
                            (
                                "FIRST_DETAIL",
                                "First reading: reported in detail, awaiting the floor",
                            ),
                            ("FIRST_ELSEWHERE", "First reading in the Chamber of Deputies"),
                            ("SECOND_NOTICE", "Second reading: arrived, awaiting notice"),
                            ("SECOND_COMMITTEE", "Second reading: in committee"),
                            ("SECOND_FLOOR", "Second reading: reported, awaiting the floor"),
                            (
                                "SECOND_SECOND_REPORT",
                                "Second reading: approved in general, amendments",
                            ),
                            (
                                "SECOND_DETAIL",
                                "Second reading: reported in detail, awaiting the floor",
                            ),
                            ("SECOND_ELSEWHERE", "Second reading in the Chamber of Deputies"),
                            ("THIRD_NOTICE", "Third reading: arrived, awaiting notice"),
                            ("THIRD_FLOOR", "Third reading: awaiting the floor"),
                            ("THIRD_ELSEWHERE", "Third reading in the Chamber of Deputies"),
                            ("CONFERENCE_IDEA", "Conference committee on the rejected bill"),
                            ("CONFERENCE_CHANGES", "Conference committee on the rejected changes"),
                            ("REPORT_ORIGIN_IDEA", "Conference report on the bill, at its origin"),
                            (
                                "REPORT_ORIGIN_CHANGES",
                                "Conference report on the changes, at its origin",
                            ),
                            (
                                "REPORT_REVISING_IDEA",
                                "Conference report on the bill, in the revising chamber",
                            ),
                            (
                                "REPORT_REVISING_CHANGES",
                                "Conference report on the changes, in the revising chamber",
                            ),
                            ("NO_AGREEMENT_IDEA", "No agreement on the bill"),
                            ("NO_AGREEMENT_CHANGES", "No agreement on the changes"),
                            ("INSISTENCE_ORIGIN_IDEA", "Insistence on the bill, at its origin"),
                            (
                                "INSISTENCE_REVISING_IDEA",
                                "Insistence on the bill, in the revising chamber",
                            ),
                            (
                                "INSISTENCE_ORIGIN_CHANGES",
                                "The changes reconsidered, at the bill's origin",
                            ),
                            (
                                "INSISTENCE_REVISING_CHANGES",
                                "The changes reconsidered, in the revising chamber",
                            ),
                            ("REJECTED_GENERAL", "Rejected in general at its origin"),
                            ("INSISTED_ELSEWHERE", "Message taken to the other chamber"),
                            ("INSISTED_BACK", "Message returned to its origin"),
                            ("COMPLETION", "Approved by Congress, to be sent to the President"),
                            ("PRESIDENT", "With the President of the Republic"),
                            ("VETO_ORIGIN", "Observations at the bill's origin"),
                            ("VETO_REVISING", "Observations in the revising chamber"),
                            ("COURT", "In the Constitutional Court"),
                            ("PROMULGATION", "Approved, awaiting enactment"),
                            ("ENACTED", "Enacted, awaiting publication"),
                            ("LAW", "Published as law"),
                            ("REJECTED", "Rejected"),
                            ("INADMISSIBLE", "Inadmissible"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("SHELVED", "Shelved"),
                        ],
                        max_length=32,
                    ),
                ),
                ("taken_on", models.DateField()),
                ("session_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("legislature_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("description", models.TextField()),
                ("citation", models.CharField(max_length=200)),
                ("details", models.JSONField(default=dict)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        help_text="Empty: the system, on the strength of a vote.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="legislation.dossier",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="act",
                        to="legislation.publication",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="step",
            name="publication",
            field=models.OneToOneField(
                blank=True,
                help_text="Where these words were approved; empty if they were observed elsewhere.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="step",
                to="legislation.publication",
            ),
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "chamber",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SENATE", "Senate"),
                            ("DEPUTIES", "Chamber of Deputies"),
                            ("BOTH", "Both chambers"),
                        ],
                        max_length=16,
                    ),
                ),
                ("printed_name", models.CharField(max_length=200)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatories",
                        to="legislation.dossier",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legislation.person",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["standing", "stands_since", "id"], name="dossier_by_standing"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["-serial"], name="dossier_by_serial"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["committee", "standing"], name="dossier_by_committee"),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(
                fields=("kind", "number"), name="a_number_has_one_dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(
                fields=("kind", "serial"), name="a_serial_number_is_given_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__regex", "^\\d{1,5}-\\d{2}$")),
                name="a_dossier_number_is_well_formed",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "standing__in",
                        [
                            "FILED",
                            "FIRST_COMMITTEE",
                            "FIRST_FLOOR",
                            "FIRST_SECOND_REPORT",
                            "FIRST_DETAIL",
                            "FIRST_ELSEWHERE",
                            "SECOND_NOTICE",
                            "SECOND_COMMITTEE",
                            "SECOND_FLOOR",
                            "SECOND_SECOND_REPORT",
                            "SECOND_DETAIL",
                            "SECOND_ELSEWHERE",
                            "THIRD_NOTICE",
                            "THIRD_FLOOR",
                            "THIRD_ELSEWHERE",
                            "CONFERENCE_IDEA",
                            "CONFERENCE_CHANGES",
                            "REPORT_ORIGIN_IDEA",
                            "REPORT_ORIGIN_CHANGES",
                            "REPORT_REVISING_IDEA",
                            "REPORT_REVISING_CHANGES",
                            "NO_AGREEMENT_IDEA",
                            "NO_AGREEMENT_CHANGES",
                            "INSISTENCE_ORIGIN_IDEA",
                            "INSISTENCE_REVISING_IDEA",
                            "INSISTENCE_ORIGIN_CHANGES",
                            "INSISTENCE_REVISING_CHANGES",
                            "REJECTED_GENERAL",
                            "INSISTED_ELSEWHERE",
                            "INSISTED_BACK",
                            "COMPLETION",
                            "PRESIDENT",
                            "VETO_ORIGIN",
                            "VETO_REVISING",
                            "COURT",
                            "PROMULGATION",
                            "ENACTED",
                            "LAW",
                            "REJECTED",
                            "INADMISSIBLE",
                            "WITHDRAWN",
                            "SHELVED",
                        ],
                    )
                ),
                name="a_standing_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin_chamber__in", ("SENATE", "DEPUTIES"))),
                name="a_bill_begins_in_one_chamber",
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["object_kind", "object_key", "id"], name="publication_by_object"
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                condition=models.Q(("state", "IN_REVIEW")),
                fields=["submitted_at", "id"],
                name="publication_awaiting_review",
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                condition=models.Q(("state", "APPROVED")),
                fields=["due_at", "id"],
                name="publication_by_due_hour",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_approves_what_they_drafted",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("APPROVED", "PUBLISHED", "WITHDRAWN")), _negated=True),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("approved_by__isnull", False),
                        ("approved_hash", models.F("content_hash")),
                    ),
                    _connector="OR",
                ),
                name="an_approval_is_of_this_very_content",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at__isnull", False), ("state__in", ("PUBLISHED", "WITHDRAWN"))
                    ),
                    models.Q(
                        models.Q(("state__in", ("PUBLISHED", "WITHDRAWN")), _negated=True),
                        ("published_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="what_is_published_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "WITHDRAWN"), _negated=True),
                    models.Q(
                        ("withdrawn_at__isnull", False), models.Q(("reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="a_withdrawal_gives_its_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrects__isnull", True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="an_erratum_gives_its_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["DRAFT", "IN_REVIEW", "APPROVED", "PUBLISHED", "DISCARDED", "WITHDRAWN"],
                    )
                ),
                name="a_publication_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(("content_hash__regex", "^[0-9a-f]{64}$")),
                name="a_publication_hash_is_sha256",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("corrects__isnull", False), models.Q(("state", "DISCARDED"), _negated=True)
                ),
                fields=("corrects",),
                name="a_publication_is_corrected_by_one_erratum",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.UniqueConstraint(
                fields=("dossier", "position"), name="a_dossier_orders_its_acts"
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(("description", ""), _negated=True),
                name="an_act_says_what_it_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(("citation", ""), _negated=True), name="an_act_cites_the_law"
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "FILE",
                            "RECEIVE",
                            "GIVE_NOTICE",
                            "DECLARE_INADMISSIBLE",
                            "RECONSIDER_ADMISSIBILITY",
                            "REFER",
                            "CONSULT_SUPREME_COURT",
                            "MERGE",
                            "REPORT",
                            "APPROVE_GENERAL",
                            "REJECT_GENERAL",
                            "REPORT_DETAIL",
                            "APPROVE",
                            "APPROVE_UNCHANGED",
                            "APPROVE_WITH_CHANGES",
                            "ACCEPT_CHANGES",
                            "REJECT_CHANGES",
                            "REPORT_CONFERENCE",
                            "FAIL_TO_AGREE",
                            "APPROVE_CONFERENCE",
                            "REJECT_CONFERENCE",
                            "ASK_INSISTENCE",
                            "INSIST",
                            "DECLINE_TO_INSIST",
                            "CONFIRM_REJECTION",
                            "DECLINE_TO_REJECT",
                            "DROP_PART",
                            "DROP_ALL",
                            "TAKE_TO_OTHER_CHAMBER",
                            "DISPATCH",
                            "ASSENT",
                            "DEEM_APPROVED",
                            "OBSERVE",
                            "DECIDE_OBSERVATIONS",
                            "SEND_TO_COURT",
                            "RULE_CONFORM",
                            "RULE_UNCONSTITUTIONAL",
                            "PROMULGATE",
                            "PUBLISH_LAW",
                            "SET_URGENCY",
                            "WITHDRAW_URGENCY",
                            "WITHDRAW",
                            "TAKE_OVER",
                            "SHELVE",
                            "UNSHELVE",
                        ],
                    )
                ),
                name="an_act_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="signatory",
            constraint=models.UniqueConstraint(
                fields=("dossier", "position"), name="a_dossier_orders_its_signatories"
            ),
        ),
        migrations.AddConstraint(
            model_name="signatory",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person__isnull", False)),
                fields=("dossier", "person"),
                name="a_person_signs_a_dossier_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="signatory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("position__gte", 1),
                    models.Q(("position__lte", 10), ("chamber", ""), _connector="OR"),
                    models.Q(
                        models.Q(("chamber", "SENATE"), _negated=True),
                        ("position__lte", 5),
                        _connector="OR",
                    ),
                ),
                name="five_senators_or_ten_deputies_sign_a_motion",
            ),
        ),
    ]
