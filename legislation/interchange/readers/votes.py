"""``votacion`` elements: votes of the floor with their ballots."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from legislation.bills.enums import Stage
from legislation.interchange.enums import LossKind
from legislation.interchange.observed import ReadFile, ReadVotes
from legislation.interchange.readers import printed, xml
from legislation.interchange.readers.account import Node
from legislation.interchange.readers.attempts import number_attempts
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.losses import (
    KEPT_AS_PRINTED,
    NAMED_TWICE,
    NOT_A_DATE,
    NOT_UNDERSTOOD,
    TOTALS_DISAGREE,
)
from legislation.votes.enums import Choice, DebateKind
from legislation.votes.majorities import rule_from_printed
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.stated import stated_result


def read_votes_file(content: bytes, *, serial: int | None) -> ReadFile:
    """A ``votaciones.php`` response.

    :param serial: the number that was asked for, if known: the format does not repeat it
    :raises UnreadableFile: it is not one, or holds no vote
    """
    root, account = xml.parse(content, root="votaciones")
    account.number = str(serial or "")
    nodes = root.nodes("votacion")
    if not nodes:
        raise UnreadableFile(
            _("The answer holds no vote: the bill is unknown, or was never voted here.")
        )
    votes = read_votes(nodes)
    root.list_unread()
    read = ReadVotes(serial=serial, number=_number(votes, serial), votes=votes)
    return ReadFile(votes=read, losses=account.losses)


def read_votes(nodes: Iterable[Node]) -> tuple[ObservedVote, ...]:
    """These votes in order, each with which attempt at its question it was."""
    return number_attempts([vote for node in nodes if (vote := _vote(node))])


def _number(votes: Sequence[ObservedVote], serial: int | None) -> printed.BillNumber | None:
    """The number that the subjects mention most, among those that fit what was asked for."""
    mentioned = Counter(
        number
        for vote in votes
        for number in printed.bill_numbers_in(vote.subject)
        if serial is None or number.serial == serial
    )
    return mentioned.most_common(1)[0][0] if mentioned else None


def _vote(node: Node) -> ObservedVote | None:
    printed_day, printed_sitting = node.text("FECHA"), node.text("SESION")
    day, sitting = printed.day(printed_day), printed.sitting(printed_sitting)
    if day is None or sitting is None:
        node.give_up(NOT_A_DATE if day is None else NOT_UNDERSTOOD)
        return None
    subject = node.text("TEMA")
    quorum = node.text("QUORUM", limit=80)
    kind_text = node.text("TIPOVOTACION", limit=80)
    stage_text = node.text("ETAPA", limit=200)
    rule = rule_from_printed(quorum, day)
    kind = printed.debate(kind_text)
    if quorum and rule is None:
        node.lose(LossKind.WARNING, "QUORUM", quorum, KEPT_AS_PRINTED)
    if kind_text and kind is None:
        node.lose(LossKind.WARNING, "TIPOVOTACION", kind_text, KEPT_AS_PRINTED)
    vote = ObservedVote(
        subject=subject,
        taken_on=day,
        legislature_number=sitting.legislature,
        session_number=sitting.number,
        kind=kind or DebateKind.UNSTATED,
        kind_text=kind_text,
        stage=_stage(node, stage_text),
        stage_text=stage_text,
        quorum_text=quorum,
        rule_code=rule or "",
        stated_result=stated_result(subject) or "",
        ballots=_ballots(node),
    )
    return _with_totals(vote, node, f"{printed_sitting}, {printed_day}")


def _stage(node: Node, words: str) -> str:
    if not words:
        return ""
    stage = printed.stage(words)
    if stage is None:
        node.lose(LossKind.WARNING, "ETAPA", words, KEPT_AS_PRINTED)
    return stage or Stage.UNRECOGNISED


def _with_totals(vote: ObservedVote, node: Node, where: str) -> ObservedVote:
    detail = Counter(ballot.choice for ballot in vote.ballots)

    def total(tag: str, choice: Choice) -> int | None:
        words = node.text(tag)
        number = printed.count(words)
        if words and number is None:
            node.lose(LossKind.NOT_STORED, tag, words, NOT_UNDERSTOOD)
        elif number is not None and vote.ballots and number != detail[choice]:
            value = f"{number} ≠ {detail[choice]} ({where})"
            node.lose(LossKind.DISAGREES, tag, value, TOTALS_DISAGREE)
        return number

    return replace(
        vote,
        published_yes=total("SI", Choice.YES),
        published_no=total("NO", Choice.NO),
        published_abstain=total("ABSTENCION", Choice.ABSTAIN),
        published_paired=total("PAREO", Choice.PAIRED),
    )


def _ballots(node: Node) -> tuple[ObservedBallot, ...]:
    ballots: dict[str, ObservedBallot] = {}
    for detail in node.nodes("DETALLE_VOTACION"):
        for vote in detail.nodes("VOTO"):
            name, words = vote.text("PARLAMENTARIO", limit=120), vote.text("SELECCION")
            choice = printed.choice(words)
            if choice is None or not name:
                vote.give_up(NOT_UNDERSTOOD)
            elif name in ballots:
                vote.lose(LossKind.NOT_STORED, "SELECCION", f"{name}: {words}", NAMED_TWICE)
            else:
                ballots[name] = ObservedBallot(printed_name=name, choice=choice)
    return tuple(ballots.values())
