"""Words of a bill on its way to becoming law."""

from django.utils.translation import gettext_lazy as _

from legislation.glossary.term import Term

PROCEDURE: tuple[Term, ...] = (
    Term(
        "proyecto-de-ley",
        "proyecto de ley",
        "bill",
        "Bill",
        "CPR 65",
        _(
            "A proposed law, started by the President or by members of Congress, that both chambers must approve."
        ),
    ),
    Term(
        "boletin",
        "boletín",
        "bill number",
        "Bill.number",
        "Senate practice",
        _(
            "The number that identifies a bill from filing to law, such as 8575-05. The last two digits say the matter."
        ),
    ),
    Term(
        "asunto",
        "asunto del Senado",
        "Senate matter",
        "Bill.kind",
        "CPR 53",
        _(
            "Business that the Senate decides alone, such as an appointment. It has a numbering of its own."
        ),
    ),
    Term(
        "mensaje",
        "mensaje",
        "presidential message",
        "Initiative.MESSAGE",
        "CPR 65",
        _("A bill started by the President of the Republic."),
    ),
    Term(
        "mocion",
        "moción",
        "members' motion",
        "Initiative.MOTION",
        "CPR 65",
        _("A bill started by members: one to five senators or one to ten deputies."),
    ),
    Term(
        "camara-de-origen",
        "cámara de origen",
        "originating chamber",
        "Bill.origin_chamber",
        "CPR 65-66",
        _("The chamber where a bill starts."),
    ),
    Term(
        "camara-revisora",
        "cámara revisora",
        "revising chamber",
        "Chamber",
        "CPR 69",
        _("The chamber that receives the bill once the first has approved it."),
    ),
    Term(
        "tramite",
        "trámite constitucional",
        "reading",
        "Stage",
        "CPR 65-75",
        _("Each of the stages that a bill goes through between the chambers."),
    ),
    Term(
        "primer-tramite",
        "primer trámite",
        "first reading",
        "Stage.FIRST",
        "CPR 65",
        _("Debate and vote in the originating chamber."),
    ),
    Term(
        "segundo-tramite",
        "segundo trámite",
        "second reading",
        "Stage.SECOND",
        "CPR 69",
        _("Debate and vote in the revising chamber."),
    ),
    Term(
        "tercer-tramite",
        "tercer trámite",
        "third reading",
        "Stage.THIRD",
        "CPR 71",
        _("The originating chamber votes on the changes that the other one made."),
    ),
    Term(
        "comision-mixta",
        "Comisión Mixta",
        "conference committee",
        "Stage.CONFERENCE_CHANGES",
        "CPR 70-71",
        _("Five senators and five deputies who look for an agreement when the chambers differ."),
    ),
    Term(
        "veto",
        "observaciones o veto",
        "presidential observations",
        "Stage.VETO_ORIGIN",
        "CPR 73",
        _("Changes that the President asks of a bill that Congress has approved."),
    ),
    Term(
        "insistencia",
        "insistencia",
        "insistence",
        "Stage.INSISTENCE",
        "CPR 73",
        _(
            "A chamber keeps its text against the President's observations, with two thirds of those present."
        ),
    ),
    Term(
        "cuenta",
        "cuenta",
        "formal notice",
        "Step",
        "RS 78",
        _(
            "The moment of a sitting when incoming papers are announced. Many terms are counted from it."
        ),
    ),
    Term(
        "comision",
        "comisión",
        "committee",
        "Committee",
        "LOC 17; RS 27",
        _("A group of senators that studies bills and reports to the floor."),
    ),
    Term(
        "comite",
        "Comité parlamentario",
        "party caucus",
        "Caucus",
        "RS 11",
        _(
            "The senators of one party as a group of the Senate. Not to be confused with a committee."
        ),
    ),
    Term(
        "informe",
        "informe de comisión",
        "committee report",
        "PaperKind.REPORT",
        "LOC 17; RS 38",
        _("What a committee proposes to the floor after its study."),
    ),
    Term(
        "discusion-general",
        "discusión en general",
        "debate in general",
        "DebateKind.GENERAL",
        "LOC 23",
        _("The vote on the core ideas of a bill: whether to legislate at all."),
    ),
    Term(
        "discusion-particular",
        "discusión en particular",
        "debate in particular",
        "DebateKind.PARTICULAR",
        "RS 117",
        _("Debate and vote article by article."),
    ),
    Term(
        "indicacion",
        "indicación",
        "amendment",
        "PaperKind.AMENDMENTS",
        "LOC 24; RS 118",
        _("A proposal to change the text of a bill."),
    ),
    Term(
        "comparado",
        "texto comparado",
        "side-by-side text",
        "PaperKind.COMPARISON",
        "Senate practice",
        _("A table that shows the texts of a bill next to each other."),
    ),
    Term(
        "oficio",
        "oficio",
        "official letter",
        "PaperKind.LETTER",
        "LOC 9",
        _("A formal letter of a chamber, a committee or a senator."),
    ),
    Term(
        "urgencia",
        "urgencia",
        "urgency",
        "Urgency",
        "CPR 74; LOC 26-29",
        _("The President's power to ask that a chamber decide on a bill within a term."),
    ),
    Term(
        "urgencia-simple",
        "urgencia simple",
        "simple urgency",
        "UrgencyKind.SIMPLE",
        "LOC 27",
        _("The chamber has 30 days."),
    ),
    Term(
        "suma-urgencia",
        "suma urgencia",
        "suma urgency",
        "UrgencyKind.SUMA",
        "LOC 27",
        _("The chamber has 15 days."),
    ),
    Term(
        "discusion-inmediata",
        "discusión inmediata",
        "immediate discussion",
        "UrgencyKind.IMMEDIATE",
        "LOC 27",
        _("The chamber has six days."),
    ),
    Term(
        "caducidad",
        "caducidad",
        "lapse",
        "UrgencyEnd.LAPSED",
        "LOC 29",
        _("Pending urgencies end on 10 March, with the legislature."),
    ),
)
