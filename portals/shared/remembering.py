"""Answers of the record that many pages share, kept until the record changes.

What a whole record answers to everybody alike: which committees hold bills, how many bills
there are. Never words (they depend on the language) and never anything of a reader.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

from portals.shared.record_watch import known_epoch

CAPACITY = 256
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Memory(Generic[Asked, Answer]):
    """The answers used most recently to one question, all of one epoch."""

    def __init__(self, ask: Callable[Asked, Answer], capacity: int) -> None:
        self._ask = ask
        self._capacity = capacity
        self._epoch: int | None = None
        self._answers: OrderedDict[Any, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def answer(self, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        epoch = known_epoch()
        if epoch is None:
            return self._ask(*args, **named)
        key = (args, *sorted(named.items()))
        with self._lock:
            if self._epoch == epoch and key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = self._ask(*args, **named)
        self._keep(key, answer, epoch)
        return answer

    def _keep(self, key: Any, answer: Answer, epoch: int) -> None:
        with self._lock:
            # What was asked before a change must not be kept as if it had been after it.
            if known_epoch() != epoch:
                return
            if self._epoch != epoch:
                self._answers.clear()
                self._epoch = epoch
            self._answers[key] = answer
            if len(self._answers) > self._capacity:
                self._answers.popitem(last=False)


def remembered(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Make a reading function answer from memory while the record has not changed.

    Its arguments must be hashable and its answers never altered by whoever gets them. Where
    changes could be missed (``known_epoch``), it asks each time.
    """
    memory = Memory(ask, CAPACITY)

    @wraps(ask)
    def answer(*args: Asked.args, **named: Asked.kwargs) -> Answer:
        return memory.answer(*args, **named)

    return answer
