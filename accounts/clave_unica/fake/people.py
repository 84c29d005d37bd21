"""Fictional people with fictional numbers, which the State has not come to give."""

from dataclasses import dataclass

from accounts.clave_unica.run import check_digit


@dataclass(frozen=True, slots=True)
class FakePerson:
    """Somebody who never was. Numbers above 90 million are given to nobody."""

    number: int
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def digit(self) -> str:
        return check_digit(self.number)

    @property
    def name(self) -> str:
        return " ".join((*self.given_names, *self.surnames))


PEOPLE = (
    FakePerson(90_000_001, ("Rosa", "Elvira"), ("Ficticia", "Inventada")),
    FakePerson(90_000_002, ("Hernán",), ("Supuesto", "Imaginario")),
    FakePerson(90_000_003, ("Millaray",), ("Ejemplo", "Prueba")),
)
