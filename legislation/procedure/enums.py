from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Standing(models.TextChoices):
    """Where a dossier stands: the stage of the Constitution and the step of the standing orders.

    «Elsewhere» is the Chamber of Deputies, which tells us by letter. ``IDEA`` and ``CHANGES``
    tell the conference of article 70 from that of article 71.
    """

    FILED = "FILED", _("Filed, awaiting notice")
    FIRST_COMMITTEE = "FIRST_COMMITTEE", _("First reading: in committee")
    FIRST_FLOOR = "FIRST_FLOOR", _("First reading: reported, awaiting the floor")
    FIRST_SECOND_REPORT = "FIRST_SECOND_REPORT", _("First reading: approved in general, amendments")
    FIRST_DETAIL = "FIRST_DETAIL", _("First reading: reported in detail, awaiting the floor")
    FIRST_ELSEWHERE = "FIRST_ELSEWHERE", _("First reading in the Chamber of Deputies")
    SECOND_NOTICE = "SECOND_NOTICE", _("Second reading: arrived, awaiting notice")
    SECOND_COMMITTEE = "SECOND_COMMITTEE", _("Second reading: in committee")
    SECOND_FLOOR = "SECOND_FLOOR", _("Second reading: reported, awaiting the floor")
    SECOND_SECOND_REPORT = (
        "SECOND_SECOND_REPORT",
        _("Second reading: approved in general, amendments"),
    )
    SECOND_DETAIL = "SECOND_DETAIL", _("Second reading: reported in detail, awaiting the floor")
    SECOND_ELSEWHERE = "SECOND_ELSEWHERE", _("Second reading in the Chamber of Deputies")
    THIRD_NOTICE = "THIRD_NOTICE", _("Third reading: arrived, awaiting notice")
    THIRD_FLOOR = "THIRD_FLOOR", _("Third reading: awaiting the floor")
    THIRD_ELSEWHERE = "THIRD_ELSEWHERE", _("Third reading in the Chamber of Deputies")
    CONFERENCE_IDEA = "CONFERENCE_IDEA", _("Conference committee on the rejected bill")
    CONFERENCE_CHANGES = "CONFERENCE_CHANGES", _("Conference committee on the rejected changes")
    REPORT_ORIGIN_IDEA = "REPORT_ORIGIN_IDEA", _("Conference report on the bill, at its origin")
    REPORT_ORIGIN_CHANGES = (
        "REPORT_ORIGIN_CHANGES",
        _("Conference report on the changes, at its origin"),
    )
    REPORT_REVISING_IDEA = (
        "REPORT_REVISING_IDEA",
        _("Conference report on the bill, in the revising chamber"),
    )
    REPORT_REVISING_CHANGES = (
        "REPORT_REVISING_CHANGES",
        _("Conference report on the changes, in the revising chamber"),
    )
    NO_AGREEMENT_IDEA = "NO_AGREEMENT_IDEA", _("No agreement on the bill")
    NO_AGREEMENT_CHANGES = "NO_AGREEMENT_CHANGES", _("No agreement on the changes")
    INSISTENCE_ORIGIN_IDEA = (
        "INSISTENCE_ORIGIN_IDEA",
        _("Insistence on the bill, at its origin"),
    )
    INSISTENCE_REVISING_IDEA = (
        "INSISTENCE_REVISING_IDEA",
        _("Insistence on the bill, in the revising chamber"),
    )
    INSISTENCE_ORIGIN_CHANGES = (
        "INSISTENCE_ORIGIN_CHANGES",
        _("The changes reconsidered, at the bill's origin"),
    )
    INSISTENCE_REVISING_CHANGES = (
        "INSISTENCE_REVISING_CHANGES",
        _("The changes reconsidered, in the revising chamber"),
    )
    REJECTED_GENERAL = "REJECTED_GENERAL", _("Rejected in general at its origin")
    INSISTED_ELSEWHERE = "INSISTED_ELSEWHERE", _("Message taken to the other chamber")
    INSISTED_BACK = "INSISTED_BACK", _("Message returned to its origin")
    COMPLETION = "COMPLETION", _("Approved by Congress, to be sent to the President")
    PRESIDENT = "PRESIDENT", _("With the President of the Republic")
    VETO_ORIGIN = "VETO_ORIGIN", _("Observations at the bill's origin")
    VETO_REVISING = "VETO_REVISING", _("Observations in the revising chamber")
    COURT = "COURT", _("In the Constitutional Court")
    PROMULGATION = "PROMULGATION", _("Approved, awaiting enactment")
    ENACTED = "ENACTED", _("Enacted, awaiting publication")
    LAW = "LAW", _("Published as law")
    REJECTED = "REJECTED", pgettext_lazy("bill", "Rejected")
    INADMISSIBLE = "INADMISSIBLE", _("Inadmissible")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")
    SHELVED = "SHELVED", _("Shelved")


class ActKind(models.TextChoices):
    """What may be done with a dossier. An act that leaves it where it stands is one too."""

    FILE = "FILE", _("File")
    RECEIVE = "RECEIVE", _("Receive from the Chamber of Deputies")
    GIVE_NOTICE = "GIVE_NOTICE", _("Give notice")
    DECLARE_INADMISSIBLE = "DECLARE_INADMISSIBLE", _("Declare inadmissible")
    RECONSIDER_ADMISSIBILITY = "RECONSIDER_ADMISSIBILITY", _("Reconsider admissibility")
    REFER = "REFER", _("Refer to a committee")
    CONSULT_SUPREME_COURT = "CONSULT_SUPREME_COURT", _("Consult the Supreme Court")
    MERGE = "MERGE", _("Merge with another bill")
    REPORT = "REPORT", _("Report from committee")
    APPROVE_GENERAL = "APPROVE_GENERAL", _("Approve in general")
    REJECT_GENERAL = "REJECT_GENERAL", _("Reject in general")
    REPORT_DETAIL = "REPORT_DETAIL", _("Second report from committee")
    APPROVE = "APPROVE", _("Approve and pass on")
    APPROVE_UNCHANGED = "APPROVE_UNCHANGED", _("Approve without changes")
    APPROVE_WITH_CHANGES = "APPROVE_WITH_CHANGES", _("Approve with changes")
    ACCEPT_CHANGES = "ACCEPT_CHANGES", _("Accept the changes")
    REJECT_CHANGES = "REJECT_CHANGES", _("Reject changes")
    REPORT_CONFERENCE = "REPORT_CONFERENCE", _("Report from the conference committee")
    FAIL_TO_AGREE = "FAIL_TO_AGREE", _("Record that the conference did not agree")
    APPROVE_CONFERENCE = "APPROVE_CONFERENCE", _("Approve the conference report")
    REJECT_CONFERENCE = "REJECT_CONFERENCE", _("Reject the conference report")
    ASK_INSISTENCE = "ASK_INSISTENCE", _("Ask the chamber to insist")
    INSIST = "INSIST", _("Insist")
    DECLINE_TO_INSIST = "DECLINE_TO_INSIST", _("Decline to insist")
    CONFIRM_REJECTION = "CONFIRM_REJECTION", _("Confirm the rejection")
    DECLINE_TO_REJECT = "DECLINE_TO_REJECT", _("Decline to confirm the rejection")
    DROP_PART = "DROP_PART", _("Record that there is no law in the part in dispute")
    DROP_ALL = "DROP_ALL", _("Record that there is no law")
    TAKE_TO_OTHER_CHAMBER = "TAKE_TO_OTHER_CHAMBER", _("Take the message to the other chamber")
    DISPATCH = "DISPATCH", _("Send to the President")
    ASSENT = "ASSENT", _("Record the President's approval")
    DEEM_APPROVED = "DEEM_APPROVED", _("Record that the President's term ran out")
    OBSERVE = "OBSERVE", _("Receive the President's observations")
    DECIDE_OBSERVATIONS = "DECIDE_OBSERVATIONS", _("Decide on the observations")
    SEND_TO_COURT = "SEND_TO_COURT", _("Send to the Constitutional Court")
    RULE_CONFORM = "RULE_CONFORM", _("Record the Court's ruling: in accordance")
    RULE_UNCONSTITUTIONAL = (
        "RULE_UNCONSTITUTIONAL",
        _("Record the Court's ruling: unconstitutional as a whole"),
    )
    PROMULGATE = "PROMULGATE", _("Record the enactment")
    PUBLISH_LAW = "PUBLISH_LAW", _("Record the publication as law")
    SET_URGENCY = "SET_URGENCY", _("Set an urgency")
    WITHDRAW_URGENCY = "WITHDRAW_URGENCY", _("Withdraw an urgency")
    WITHDRAW = "WITHDRAW", _("Withdraw")
    TAKE_OVER = "TAKE_OVER", _("Take over a withdrawn bill")
    SHELVE = "SHELVE", _("Shelve")
    UNSHELVE = "UNSHELVE", _("Take off the shelf")
    UNDO = "UNDO", _("Leave the last act without effect")


class Requester(models.TextChoices):
    """On whose request an act is done, where the law looks at it."""

    PRESIDENT = "PRESIDENT", _("President of the Republic")
    AUTHOR = "AUTHOR", pgettext_lazy("requester", "Author")
    SENATOR = "SENATOR", pgettext_lazy("requester", "Senator")
    FLOOR = "FLOOR", _("The floor, on the committee's proposal")
    COMMITTEE = "COMMITTEE", pgettext_lazy("requester", "Committee")
    CHAMBER = "CHAMBER", _("A chamber, or a quarter of its members in office")
