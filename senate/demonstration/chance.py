"""Chance that repeats itself: a source of its own for every question asked."""

from random import Random


def chance(seed: int, *about: object) -> Random:
    """A random source that depends on the seed and on what it is for, and on nothing else.

    Asking one question more or fewer does not change the answer to another.
    """
    return Random("/".join(str(part) for part in (seed, *about)))  # noqa: S311 - not a secret
