"""How the matrix is written: rows of answers, compact and checked.

An answer is a status, or one of the words below where a redirection's goal matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Answer = int | str

SIGN_IN = "sign in"  # 302 to where one signs in
CONFIRM = "passkey"  # 302 to where a passkey is asked for, to sign in or again
ONWARD = "onward"  # 302 to anywhere else
REFUSALS = frozenset({SIGN_IN, CONFIRM, 400, 403, 404, 405, 409, 422, 429})

ROLES = (
    "anonymous",
    "citizen",
    "unproved",  # staff whose session no passkey has proved
    "senator",
    "adviser",
    "secretary",  # of the committee that has the bill
    "secretary2",  # of another
    "drafter",  # whose draft it is
    "drafter2",  # another
    "approver",
    "floor",
    "quality",
    "auditor",
    "administrator",  # who asked for what waits
    "administrator2",
)
SENATORS = "senator adviser"
KEEPERS = "drafter drafter2 floor"  # who enters what comes on paper
MANAGERS = "administrator administrator2"
READERS = "secretary secretary2 drafter drafter2 approver floor quality auditor"
OFFICIALS = f"{READERS} {MANAGERS}"
SIGNED_IN = f"citizen unproved {SENATORS} {OFFICIALS}"
PROVED = f"{SENATORS} {OFFICIALS}"
METHODS = ("GET", "POST", "PUT", "DELETE")
# A method that nothing is made for is tried by these alone; the rest differ in nothing there.
STRANGERS = ("anonymous", "citizen", "floor")
# What is for everyone looks at no session: it is asked without one and with a few.
FOR_EVERYONE = ("anonymous", "citizen", "floor", "administrator")

Answers = Mapping[str, Answer]


def everybody(answer: Answer) -> dict[str, Answer]:
    """The same for each of them."""
    return dict.fromkeys(ROLES, answer)


def given(who: str, answer: Answer, *, others: Answers | Answer) -> dict[str, Answer]:
    """``answer`` for these roles, and ``others`` for the rest.

    :raises ValueError: a role that there is not
    """
    names = who.split()
    if unknown := set(names) - set(ROLES):
        raise ValueError(f"There are no roles called {sorted(unknown)}.")
    rest = dict(others) if isinstance(others, Mapping) else everybody(others)
    return {**rest, **dict.fromkeys(names, answer)}


CLOSED = given("anonymous", SIGN_IN, others=403)


def let_in(who: str, answer: Answer = 200) -> dict[str, Answer]:
    """A page of work: whoever has not signed in goes to do so, and the rest are refused."""
    return given(who, answer, others=CLOSED)


@dataclass(frozen=True)
class Row:
    """One address and what each method answers to each role.

    ``address`` is the pattern without its language; ``path`` an address of that pattern, with the
    names of the small record between braces; ``typed`` what is sent with POST, likewise.
    ``case`` tells apart the rows of one address, such as two owners' drafts.
    """

    address: str
    path: str
    get: Answers
    post: Answers
    put: Answers
    delete: Answers
    typed: Mapping[str, str] = field(default_factory=dict)
    case: str = ""
    asked_by: tuple[str, ...] = ROLES

    @property
    def name(self) -> str:
        return f"{self.address} · {self.case}" if self.case else self.address

    def answers(self, method: str) -> Answers:
        return {"GET": self.get, "POST": self.post, "PUT": self.put, "DELETE": self.delete}[method]

    def cells(self) -> Iterator[tuple[str, str, Answer]]:
        """Method, role and answer of each cell."""
        for method in METHODS:
            asked_by = self.asked_by if method in ("GET", "POST") else STRANGERS
            for role in asked_by:
                yield method, role, self.answers(method)[role]


def row(
    address: str,
    path: str = "",
    *,
    get: Answers,
    post: Answers | None = None,
    typed: Mapping[str, str] | None = None,
    case: str = "",
    put: Answers | None = None,
    delete: Answers | None = None,
    asked_by: tuple[str, ...] = ROLES,
) -> Row:
    """A row. A method that is not declared is not allowed to whoever may enter, and to whoever may
    not answers what GET does."""
    absent = {
        role: 405 if answer in (200, ONWARD, 400, 401, 404, 422, 503) else answer
        for role, answer in get.items()
    }
    return Row(
        address=address,
        path=path or address,
        get=get,
        post=absent if post is None else post,
        put=absent if put is None else put,
        delete=absent if delete is None else delete,
        typed=typed or {},
        case=case,
        asked_by=asked_by,
    )
