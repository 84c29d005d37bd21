"""Answers that many pages share: asked once, and again as soon as the record changes."""

import pytest

from portals.shared import remembering
from portals.shared.remembering import Memory, remembered


class Record:
    """Something to ask, that counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def answer(self, question: str = "", *, on: int = 0) -> str:
        self.asked.append((question, on))
        return f"{question} {on} {len(self.asked)}"


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture
def epochs(monkeypatch):
    """The epoch that the watch knows, to be moved by the test."""
    known = {"now": 1}
    monkeypatch.setattr(remembering, "known_epoch", lambda: known["now"])
    return known


def test_the_same_question_is_asked_once(record, epochs):
    ask = remembered(record.answer)

    assert [ask("a", on=1), ask("a", on=1)] == ["a 1 1", "a 1 1"]
    assert record.asked == [("a", 1)]


def test_other_arguments_are_another_question(record, epochs):
    ask = remembered(record.answer)

    assert [ask("a", on=1), ask("a", on=2), ask("b", on=1)] == ["a 1 1", "a 2 2", "b 1 3"]


def test_two_functions_share_nothing(epochs):
    ours, theirs = Record(), Record()

    assert remembered(ours.answer)("a") == "a 0 1"
    assert remembered(theirs.answer)("a") == "a 0 1"
    assert (len(ours.asked), len(theirs.asked)) == (1, 1)


def test_it_is_asked_again_once_the_record_changed(record, epochs):
    ask = remembered(record.answer)
    ask("a")
    epochs["now"] = 2

    assert [ask("a"), ask("a")] == ["a 0 2", "a 0 2"]


def test_nothing_is_kept_where_changes_could_be_missed(record, epochs):
    ask = remembered(record.answer)
    ask("a")
    epochs["now"] = None

    assert [ask("a"), ask("a")] == ["a 0 2", "a 0 3"]
    epochs["now"] = 2
    assert ask("a") == "a 0 4"


def test_what_was_asked_before_a_change_is_not_kept_after_it(epochs):
    """The answer was read under one epoch, and the change came before it could be kept."""
    answers = iter(["old", "new"])

    @remembered
    def ask() -> str:
        epochs["now"] = 2
        return next(answers)

    assert [ask(), ask(), ask()] == ["old", "new", "new"]


def test_only_the_answers_used_last_are_kept(record, epochs):
    memory = Memory(record.answer, capacity=2)
    for question in ("a", "b", "a", "c"):
        memory.answer(question)

    memory.answer("a")
    memory.answer("b")

    assert [question for question, _on in record.asked] == ["a", "b", "c", "b"]


def test_an_answer_that_fails_is_asked_for_again(epochs):
    outcomes = iter([ValueError("no"), "yes"])

    @remembered
    def ask() -> object:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    with pytest.raises(ValueError, match="no"):
        ask()
    assert ask() == "yes"


def test_in_tests_nothing_is_watched_nor_kept(record):
    ask = remembered(record.answer)

    assert [ask("a"), ask("a")] == ["a 0 1", "a 0 2"]
