"""The last act may be left without effect, by another act that says so."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

# fmt: off
KNOWN = [
    ("FILE", "File"), ("RECEIVE", "Receive from the Chamber of Deputies"),
    ("GIVE_NOTICE", "Give notice"), ("DECLARE_INADMISSIBLE", "Declare inadmissible"),
    ("RECONSIDER_ADMISSIBILITY", "Reconsider admissibility"), ("REFER", "Refer to a committee"),
    ("CONSULT_SUPREME_COURT", "Consult the Supreme Court"), ("MERGE", "Merge with another bill"),
    ("REPORT", "Report from committee"), ("APPROVE_GENERAL", "Approve in general"),
    ("REJECT_GENERAL", "Reject in general"), ("REPORT_DETAIL", "Second report from committee"),
    ("APPROVE", "Approve and pass on"), ("APPROVE_UNCHANGED", "Approve without changes"),
    ("APPROVE_WITH_CHANGES", "Approve with changes"), ("ACCEPT_CHANGES", "Accept the changes"),
    ("REJECT_CHANGES", "Reject changes"),
    ("REPORT_CONFERENCE", "Report from the conference committee"),
    ("FAIL_TO_AGREE", "Record that the conference did not agree"),
    ("APPROVE_CONFERENCE", "Approve the conference report"),
    ("REJECT_CONFERENCE", "Reject the conference report"),
    ("ASK_INSISTENCE", "Ask the chamber to insist"), ("INSIST", "Insist"),
    ("DECLINE_TO_INSIST", "Decline to insist"), ("CONFIRM_REJECTION", "Confirm the rejection"),
    ("DECLINE_TO_REJECT", "Decline to confirm the rejection"),
    ("DROP_PART", "Record that there is no law in the part in dispute"),
    ("DROP_ALL", "Record that there is no law"),
    ("TAKE_TO_OTHER_CHAMBER", "Take the message to the other chamber"),
    ("DISPATCH", "Send to the President"), ("ASSENT", "Record the President's approval"),
    ("DEEM_APPROVED", "Record that the President's term ran out"),
    ("OBSERVE", "Receive the President's observations"),
    ("DECIDE_OBSERVATIONS", "Decide on the observations"),
    ("SEND_TO_COURT", "Send to the Constitutional Court"),
    ("RULE_CONFORM", "Record the Court's ruling: in accordance"),
    ("RULE_UNCONSTITUTIONAL", "Record the Court's ruling: unconstitutional as a whole"),
    ("PROMULGATE", "Record the enactment"), ("PUBLISH_LAW", "Record the publication as law"),
    ("SET_URGENCY", "Set an urgency"), ("WITHDRAW_URGENCY", "Withdraw an urgency"),
    ("WITHDRAW", "Withdraw"), ("TAKE_OVER", "Take over a withdrawn bill"), ("SHELVE", "Shelve"),
    ("UNSHELVE", "Take off the shelf"), ("UNDO", "Leave the last act without effect"),
]
# fmt: on


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0025_steps_can_be_corrected")]

    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="act", name="an_act_is_known"),
        migrations.AlterField(
            model_name="act",
            name="kind",
            field=models.CharField(choices=KNOWN, max_length=32),
        ),
        migrations.AddField(
            model_name="act",
            name="undoes",
            field=models.OneToOneField(
                blank=True,
                help_text="The act that this one leaves without effect.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="undone_by",
                to="legislation.act",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=Q(kind__in=[code for code, _name in KNOWN]), name="an_act_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=Q(kind="UNDO", undoes__isnull=False)
                | (~Q(kind="UNDO") & Q(undoes__isnull=True)),
                name="an_undoing_says_what_it_undoes",
            ),
        ),
    ]
