"""The routes that bills take, how many take each, and where they stand today.

The counts are those of a chamber that resembles the real one: most bills wait for their
first report, and every stage that the law knows holds somebody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from legislation.bills.enums import Initiative
from legislation.people.enums import Chamber
from senate.demonstration import agreement, ending, opening
from senate.demonstration.ideas import Idea
from senate.demonstration.journey import Journey

Move = Callable[[Journey], None]
Moves = tuple[Move, ...]

TO_THE_TABLE: Moves = (opening.file, opening.notice, opening.first_report)
LONG: Moves = (opening.general, opening.amendments, opening.second_report, opening.particular)
FIRST_LONG: Moves = (*TO_THE_TABLE, *LONG)
FIRST_SHORT: Moves = (*TO_THE_TABLE, opening.both_at_once)
REVISED_UNCHANGED: Moves = (
    agreement.send_over,
    opening.report_without_changes,
    opening.both_unchanged,
    agreement.send_back_unchanged,
)
REVISED_CHANGED: Moves = (
    agreement.send_over,
    opening.first_report,
    *LONG,
    agreement.send_back_changed,
)
REVISED_BRIEFLY: Moves = (
    agreement.send_over,
    opening.first_report,
    opening.both_at_once,
    agreement.send_back_changed,
)
IN_CONFERENCE: Moves = (*FIRST_SHORT, *REVISED_BRIEFLY, agreement.changes_rejected)
OUT_OF_CONFERENCE: Moves = (
    *IN_CONFERENCE,
    agreement.conference_report,
    agreement.conference_in_origin,
    agreement.conference_in_revising,
)
INTO_LAW: Moves = (ending.to_president, ending.to_court, ending.court_rules, ending.publish)
AGREED: Moves = (*FIRST_SHORT, *REVISED_UNCHANGED)
VETOED: Moves = (*AGREED, ending.to_president, ending.veto)
VETO_REJECTED_TWICE: Moves = (
    *VETOED,
    ending.veto_rejected_in_origin,
    ending.veto_rejected_in_revising,
)
SENATE, DEPUTIES = Chamber.SENATE, Chamber.DEPUTIES


@dataclass(frozen=True, slots=True)
class Case:
    """So many bills that made these moves and no more.

    ``suits`` chooses among ideas; ``span`` is how many days before the reference day the
    last move may lie, at least and at most.
    """

    name: str
    count: int
    origin: Chamber
    moves: Moves
    span: tuple[int, int] = (2, 90)
    suits: str = ""
    initiative: Initiative | None = None


CASES: tuple[Case, ...] = (
    # The scarce ones choose first: they ask most of an idea.
    Case("court", 4, DEPUTIES, (*AGREED, ending.to_president, ending.to_court), (2, 10), "organic"),
    Case("first-insisted", 2, SENATE, (*TO_THE_TABLE, opening.general_rejected, ending.pass_on_after_rejection), (5, 60), "plain", Initiative.MESSAGE),
    Case("insisted-in-senate", 1, DEPUTIES, (*TO_THE_TABLE, opening.general_rejected, ending.pass_on_after_rejection), (5, 60), "plain", Initiative.MESSAGE),
    Case("insistence", 2, SENATE, VETO_REJECTED_TWICE, (2, 20), "plain"),
    Case("insisted-law", 1, SENATE, (*VETO_REJECTED_TWICE, ending.insistence, ending.publish), (40, 400), "plain"),
    Case("veto-in-origin", 2, SENATE, VETOED, (2, 12), "plain"),
    Case("veto-in-deputies", 1, DEPUTIES, VETOED, (2, 12), "plain"),
    Case("veto-in-revising", 3, DEPUTIES, (*VETOED, ending.veto_approved_in_origin), (2, 14), "plain"),
    Case("vetoed-law", 5, DEPUTIES, (*VETOED, ending.veto_approved_in_origin, ending.veto_approved_in_revising, ending.publish), (20, 1200), "plain"),
    Case("conference-on-changes", 4, SENATE, IN_CONFERENCE, (2, 25), "plain"),
    Case("conference-from-senate", 3, DEPUTIES, IN_CONFERENCE, (2, 25), "plain"),
    Case("conference-on-idea", 2, SENATE, (*FIRST_SHORT, agreement.send_over, opening.report_without_changes, agreement.idea_rejected), (2, 25), "plain"),
    Case("conference-on-idea-in-senate", 1, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.report_without_changes, agreement.idea_rejected), (2, 25), "plain"),
    Case("report-in-origin", 3, SENATE, (*IN_CONFERENCE, agreement.conference_report), (2, 12), "plain"),
    Case("report-in-revising", 3, DEPUTIES, (*IN_CONFERENCE, agreement.conference_report, agreement.conference_in_origin), (2, 12), "plain"),
    Case("conference-law", 9, SENATE, (*OUT_OF_CONFERENCE, *INTO_LAW), (10, 1200), "plain"),
    Case("conference-law-from-deputies", 5, DEPUTIES, (*OUT_OF_CONFERENCE, *INTO_LAW), (10, 1200), "plain"),
    Case("completion", 4, SENATE, AGREED, (2, 9)),
    Case("president", 6, DEPUTIES, (*AGREED, ending.to_president), (2, 25)),
    Case("withdrawn", 4, SENATE, (opening.file, opening.notice, ending.withdraw), (30, 900)),
    Case("inadmissible", 3, SENATE, (opening.file, ending.refuse), (20, 500), "plain", Initiative.MOTION),
    Case("rejected", 5, SENATE, (*TO_THE_TABLE, opening.general_rejected, ending.reject), (20, 900), "plain"),
    Case("rejected-by-deputies", 1, DEPUTIES, (*TO_THE_TABLE, opening.general_rejected, ending.reject), (20, 900), "plain"),
    Case("archived", 9, SENATE, (opening.file, opening.notice, ending.archive), (10, 500), "plain", Initiative.MOTION),
    Case("archived-in-revising", 3, DEPUTIES, (*FIRST_SHORT, agreement.send_over, ending.archive), (10, 300)),
    Case("unarchived", 2, SENATE, (opening.file, opening.notice, ending.archive, ending.unarchive), (5, 200), "plain", Initiative.MOTION),
    Case("suspended", 1, SENATE, (*TO_THE_TABLE, ending.suspend), (20, 60), "plain"),
    Case("third-in-senate", 8, SENATE, (*FIRST_LONG, *REVISED_CHANGED), (2, 30), "long"),
    Case("third-in-deputies", 5, DEPUTIES, (*FIRST_SHORT, *REVISED_CHANGED), (2, 30), "long"),
    Case("law-unchanged", 16, SENATE, (*AGREED, *INTO_LAW), (6, 1300)),
    Case("law-from-deputies", 16, DEPUTIES, (*AGREED, *INTO_LAW), (6, 1300)),
    Case("law-after-debate", 13, SENATE, (*FIRST_LONG, *REVISED_BRIEFLY, agreement.changes_approved, *INTO_LAW), (6, 1200), "long"),
    Case("law-changed-in-senate", 13, DEPUTIES, (*FIRST_SHORT, *REVISED_CHANGED, agreement.changes_approved, *INTO_LAW), (6, 1200), "long"),
    Case("second-report-due", 8, SENATE, (*TO_THE_TABLE, opening.general, opening.amendments), (2, 70), "long"),
    Case("second-report-on-table", 7, SENATE, (*TO_THE_TABLE, opening.general, opening.amendments, opening.second_report), (2, 20), "long"),
    Case("amendments-open", 8, SENATE, (*TO_THE_TABLE, opening.general), (2, 25), "long"),
    Case("general-pending", 3, SENATE, (*TO_THE_TABLE, opening.general_pending), (2, 20)),
    Case("on-the-table", 8, SENATE, TO_THE_TABLE, (2, 40)),
    Case("second-noticed", 15, DEPUTIES, (*FIRST_SHORT, agreement.send_over), (2, 160)),
    Case("second-on-the-table", 7, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.first_report), (2, 30)),
    Case("second-amendments", 8, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.first_report, opening.general), (2, 25), "long"),
    Case("second-second-report", 8, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.first_report, opening.general, opening.amendments), (2, 60), "long"),
    Case("second-particular", 6, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.first_report, opening.general, opening.amendments, opening.second_report), (2, 20), "long"),
    Case("second-particular-pending", 2, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.first_report, opening.general, opening.amendments, opening.second_report, opening.particular_pending), (2, 12), "long"),
    Case("second-in-deputies", 12, SENATE, (*FIRST_LONG, agreement.send_over), (3, 200), "long"),
    Case("second-in-deputies-short", 12, SENATE, (*FIRST_SHORT, agreement.send_over), (3, 300)),
    Case("filed", 3, SENATE, (opening.file,), (1, 4)),
    Case("first-noticed", 14, SENATE, (opening.file, opening.notice), (2, 500)),
    Case("first-in-deputies", 20, DEPUTIES, (opening.file, opening.notice), (2, 400)),
    Case("first-general-in-deputies", 5, DEPUTIES, (*TO_THE_TABLE, opening.general), (2, 60), "long"),
)  # fmt: skip

# Where each special idea stands, by its key.
SPECIAL_CASES: dict[str, Case] = {
    "agua-constitucion": Case("special", 1, SENATE, (*TO_THE_TABLE, opening.general, opening.amendments), (2, 60)),
    "sesiones-regiones": Case("special", 1, SENATE, (*TO_THE_TABLE, opening.general_rejected, ending.reject)),
    "voluntariado": Case("special", 1, DEPUTIES, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW), (60, 700)),
    "lectura": Case("special", 1, SENATE, (*FIRST_SHORT, agreement.send_over), (20, 200)),
    "emblemas": Case("special", 1, SENATE, (*FIRST_SHORT, agreement.send_over, ending.archive)),
    "consejo-regional": Case("special", 1, SENATE, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW)),
    "interpreta-transporte": Case("special", 1, SENATE, (*FIRST_SHORT, agreement.send_over, ending.archive)),
    "interpreta-cultura": Case("special", 1, SENATE, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW)),
    "interpreta-playas": Case("special", 1, SENATE, (*FIRST_SHORT, agreement.send_over), (20, 300)),
    "organica-municipal": Case("special", 1, SENATE, (*FIRST_SHORT, *REVISED_BRIEFLY, agreement.changes_approved, *INTO_LAW)),
    "organica-tribunales": Case("special", 1, DEPUTIES, (*FIRST_LONG, *REVISED_CHANGED, agreement.changes_approved, ending.to_president, ending.to_court), (2, 14)),
    "organica-congreso": Case("special", 1, SENATE, (*TO_THE_TABLE, opening.general, opening.amendments, opening.second_report), (2, 20)),
    "quorum-transparencia": Case("special", 1, SENATE, (*FIRST_LONG, agreement.send_over, ending.archive)),
    "quorum-seguridad-social": Case("special", 1, DEPUTIES, (*FIRST_SHORT, *REVISED_CHANGED, agreement.changes_approved, *INTO_LAW), (10, 300)),
    "quorum-control-armas": Case("special", 1, SENATE, (*TO_THE_TABLE, opening.general_rejected, ending.reject), (20, 300)),
    "tratado-faros": Case("special", 1, DEPUTIES, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW), (30, 600)),
    "tratado-aves": Case("special", 1, DEPUTIES, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW), (10, 300)),
    "tratado-titulos": Case("special", 1, DEPUTIES, (*FIRST_SHORT, agreement.send_over, opening.report_without_changes), (2, 20)),
    "tratado-incendios": Case("special", 1, DEPUTIES, (*FIRST_SHORT, *REVISED_UNCHANGED, ending.to_president), (2, 20)),
    "monumento": Case("special", 1, SENATE, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW), (30, 400)),
    "nacionalidad": Case("special", 1, SENATE, (*FIRST_SHORT, *REVISED_UNCHANGED, *INTO_LAW), (30, 200)),
}  # fmt: skip
# Bills of one idea that the Senate debates together (LOC 17 A), by the keys of their ideas.
MERGED: tuple[tuple[str, ...], ...] = (
    ("arriendo-1", "arriendo-2"),
    ("luz-1", "luz-2"),
    ("playas-1", "playas-3", "playas-5"),
    ("turberas-1", "turberas-5"),
)
REFORM_CASE = Case("reform-of-a-law", 1, SENATE, (opening.file, opening.notice), (2, 120))
BUDGET_CASE = Case("budget", 1, DEPUTIES, (opening.file, agreement.budget_conference), (2, 20))


def suits(case: Case, idea: Idea) -> bool:
    """Whether an idea may take the case: what it asks of its length, rank and author."""
    if case.initiative is not None and case.initiative not in idea.initiatives:
        return False
    return {
        "": True,
        "long": not idea.is_single_article,
        "organic": bool(idea.organic_article),
        "plain": not (idea.organic_article or idea.is_single_article),
    }[case.suits]


def deal(ideas: Sequence[Idea]) -> list[tuple[Case, Idea]]:
    """Give each case as many ideas as it asks for; what is left waits for its first report.

    Cases that ask something of an idea choose before those that take any.

    :raises LookupError: too few ideas suit a case
    """
    together = {key for group in MERGED for key in group}
    waiting = [idea for idea in ideas if idea.key not in together]
    dealt = []
    for case in sorted(CASES, key=lambda one: not one.suits):
        for _ in range(case.count):
            idea = next((one for one in waiting if suits(case, one)), None)
            if idea is None:
                raise LookupError(f"No idea is left for the case «{case.name}».")
            waiting.remove(idea)
            dealt.append((case, idea))
    rest = next(case for case in CASES if case.name == "first-noticed")
    waiting += [idea for idea in ideas if idea.key in together]
    return dealt + [(rest, idea) for idea in waiting]
