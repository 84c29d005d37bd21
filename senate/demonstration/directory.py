"""Where a made-up senator or committee is in the record: keys to primary keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from senate.demonstration.members import Members


@dataclass(frozen=True)
class Directory:
    """Primary keys by member's key, and by committee's key or the name of a conference."""

    people: Mapping[str, int]
    committees: Mapping[str, int]

    @classmethod
    def counted(cls, members: Members, committees: list[str]) -> "Directory":
        """Numbers from one, for those who want the story without a database."""
        return cls(
            dict(zip((one.key for one in members.everyone), count(1), strict=False)),
            dict(zip(committees, count(1), strict=False)),
        )

    def committee(self, key: str) -> int | None:
        return self.committees[key] if key else None
