from datetime import date
from itertools import product

import pytest
from django.utils import translation

from legislation.bills.enums import BillKind, Initiative, Stage, Status
from legislation.people.enums import Chamber
from portals.citizens.pages.bill_sentences import Standing, StateSentence, state_sentence

PUBLISHED_ON = date(2026, 5, 30)

# A bill that began in the Senate, stage by stage: where it stands, what comes next.
IN_PROGRESS = {
    "FIRST": (
        "It is in the Senate, where it began.",
        "If the Senate approves it, it goes to the Chamber of Deputies, which reviews it.",
    ),
    "FIRST_INSISTED": (
        "It is in the Senate, which must consider it once more.",
        "If the Senate rejected it before, it can only reject it again with two thirds of those"
        " present.",
    ),
    "SECOND": (
        "It is in the Chamber of Deputies, which reviews what the Senate approved.",
        "If the Chamber of Deputies approves it without changes, it goes to the President of the"
        " Republic. If it changes the text, the bill returns to the Senate.",
    ),
    "THIRD": (
        "It returned to the Senate, which votes on the changes made by the Chamber of Deputies.",
        "If it accepts them all, the bill goes to the President of the Republic. If it rejects"
        " any, a conference committee of both chambers looks for an agreement.",
    ),
    "CONFERENCE_CHANGES": (
        "A conference committee of senators and deputies looks for an agreement, because the"
        " Senate rejected changes made by the Chamber of Deputies.",
        "Its proposal is voted as a whole, first in the Senate and then in the Chamber of"
        " Deputies.",
    ),
    "CONFERENCE_IDEA": (
        "A conference committee of senators and deputies looks for an agreement, because the"
        " Chamber of Deputies rejected the whole bill.",
        "Its proposal is voted as a whole, first in the Senate and then in the Chamber of"
        " Deputies.",
    ),
    "CONFERENCE_BUDGET": (
        "A joint committee of senators and deputies studies this Budget bill.",
        "It then goes to the Senate first. If Congress does not finish in sixty days from its"
        " filing, the President's proposal takes effect.",
    ),
    "CONFERENCE_REPORT_ORIGIN": (
        "The Senate votes on what the conference committee proposed.",
        "If it approves, the Chamber of Deputies votes next. If it rejects, only the President of"
        " the Republic can ask for another vote.",
    ),
    "CONFERENCE_REPORT_REVISING": (
        "After the Senate, the Chamber of Deputies votes on what the conference committee"
        " proposed.",
        "If it approves, the bill goes to the President of the Republic. If it rejects, only the"
        " President can ask for another vote.",
    ),
    "COMPLETION": (
        "Congress approved it, and the Senate completes the last formalities.",
        "It then goes to the President of the Republic and, if any of its rules requires it, to"
        " the Constitutional Court.",
    ),
    "PRESIDENT": (
        "Congress approved it. The President of the Republic has thirty days to approve it or to"
        " propose changes.",
        "If it is approved, it is published as law. If changes are proposed, it returns to"
        " Congress, first to the Senate.",
    ),
    "VETO_ORIGIN": (
        "The Senate votes on the changes that the President of the Republic proposed.",
        "Then the Chamber of Deputies votes on them. Each change needs the approval of both"
        " chambers.",
    ),
    "VETO_REVISING": (
        "After the Senate, the Chamber of Deputies votes on the changes that the President of the"
        " Republic proposed.",
        "Each change needs the approval of both chambers.",
    ),
    "INSISTENCE": (
        "It was rejected, and it remains to be seen whether the President of the Republic insists.",
        "To go on, it needs two thirds of those present. If the President does not insist, it is"
        " archived.",
    ),
    "COURT": (
        "Congress approved it. The Constitutional Court reviews whether it agrees with the"
        " Constitution.",
        "If the Court has no objection, it is published as law.",
    ),
    "FINISHED": ("Congress finished its work on it.", ""),
    "ARCHIVED": (
        "It is archived: nobody is working on it now.",
        "It can be brought back to the point where it stopped.",
    ),
    "UNRECOGNISED": ("The Senate publishes its stage as «Trámite especial».", ""),
}

# The same whatever the stage at which it ended.
ENDED = {
    "PUBLISHED": ("It is law: Law 21.821, published on 30 May 2026.", ""),
    "REJECTED": ("Congress rejected it. It will not become law.", ""),
    "ARCHIVED": IN_PROGRESS["ARCHIVED"],
    "FINISHED": IN_PROGRESS["FINISHED"],
    "WITHDRAWN": ("Its authors withdrew it.", ""),
    "INADMISSIBLE": ("It was declared inadmissible: it cannot be debated.", ""),
}


def a_bill(**facts: object) -> Standing:
    usual = {
        "kind": BillKind.BILL,
        "status": Status.IN_PROGRESS,
        "stage": Stage.FIRST,
        "stage_text": "Trámite especial",
        "origin_chamber": Chamber.SENATE,
        "initiative": Initiative.MOTION,
        "law_number": 21821,
        "law_text": "Ley N° 21.821",
        "law_published_on": PUBLISHED_ON,
    }
    return Standing(**(usual | facts))


def say(bill: Standing, language: str = "en") -> StateSentence:
    with translation.override(language):
        return state_sentence(bill)


@pytest.mark.parametrize(("stage", "status"), list(product(Stage, Status)))
def test_every_stage_of_every_state_is_said_exactly(stage, status):
    expected = IN_PROGRESS[stage] if status == Status.IN_PROGRESS else ENDED[status]

    assert say(a_bill(stage=stage, status=status)) == expected


def test_the_chambers_change_places_with_the_origin():
    began_in_deputies = {"origin_chamber": Chamber.DEPUTIES}

    assert say(a_bill(stage=Stage.FIRST, **began_in_deputies)) == (
        "It is in the Chamber of Deputies, where it began.",
        "If the Chamber of Deputies approves it, it goes to the Senate, which reviews it.",
    )
    assert say(a_bill(stage=Stage.THIRD, **began_in_deputies)).now == (
        "It returned to the Chamber of Deputies, which votes on the changes made by the Senate."
    )
    assert say(a_bill(stage=Stage.CONFERENCE_REPORT_ORIGIN, **began_in_deputies)).now == (
        "The Chamber of Deputies votes on what the conference committee proposed."
    )


@pytest.mark.parametrize(
    ("law", "sentence"),
    [
        ({"law_published_on": None}, "It is law: Law 21.821."),
        (
            {"law_number": None, "law_text": "D.S. N° 162"},
            "It is law: D.S. N° 162, published on 30 May 2026.",
        ),
        ({"law_number": None, "law_text": ""}, "It is law, published on 30 May 2026."),
        (
            {"law_number": None, "law_text": "", "law_published_on": None},
            "It is law.",
        ),
    ],
)
def test_a_law_is_said_with_what_is_known_of_it(law, sentence):
    assert say(a_bill(status=Status.PUBLISHED, **law)).now == sentence


def test_a_message_is_withdrawn_by_the_president():
    withdrawn = a_bill(status=Status.WITHDRAWN, initiative=Initiative.MESSAGE)

    assert say(withdrawn).now == "The President of the Republic withdrew it."


def test_an_unread_stage_without_words_says_that_nobody_says():
    unread = a_bill(stage=Stage.UNRECOGNISED, stage_text="")

    assert say(unread) == ("The Senate does not say at which stage it is.", "")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "It is before the Senate, which decides it alone."),
        ({"stage": Stage.FINISHED}, "The Senate finished its work on it."),
        ({"status": Status.PUBLISHED}, "The Senate finished its work on it."),
        ({"status": Status.FINISHED}, "The Senate finished its work on it."),
        (
            {"status": Status.ARCHIVED, "stage": Stage.FINISHED},
            "The Senate finished its work on it.",
        ),
        ({"status": Status.ARCHIVED}, "It is archived: nobody is working on it now."),
        ({"status": Status.REJECTED}, "The Senate rejected it."),
        ({"stage": Stage.ARCHIVED}, "It is archived: nobody is working on it now."),
    ],
)
def test_a_matter_is_the_senates_alone(facts, sentence):
    assert say(a_bill(kind=BillKind.MATTER, **facts)).now == sentence


@pytest.mark.parametrize(
    ("facts", "now", "after"),
    [
        (
            {"stage": Stage.SECOND, "origin_chamber": Chamber.DEPUTIES},
            "Está en el Senado, que revisa lo que aprobó la Cámara.",
            "Si el Senado lo aprueba sin cambios, pasa a la Presidencia de la República. Si cambia"
            " el texto, el proyecto vuelve a la Cámara.",
        ),
        (
            {"stage": Stage.THIRD},
            "Volvió al Senado, que vota los cambios que le hizo la Cámara.",
            "Si los acepta todos, el proyecto pasa a la Presidencia de la República. Si rechaza"
            " alguno, una comisión mixta de ambas cámaras busca un acuerdo.",
        ),
        (
            {"status": Status.PUBLISHED},
            "Es ley: Ley 21.821, publicada el 30 de mayo de 2026.",
            "",
        ),
    ],
)
def test_it_is_said_in_spanish(facts, now, after):
    assert say(a_bill(**facts), "es") == (now, after)
