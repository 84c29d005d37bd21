"""The parties as the Senate's lists abbreviate them, and their names."""

from typing import NamedTuple

from legislation.people.naming import fold, slug


class PartyName(NamedTuple):
    slug: str
    name: str
    abbreviation: str


# Those who sit for no party are kept as a bench of their own: «of no party» is known, and is
# not the same as a party that the record does not know.
INDEPENDENT = PartyName("independientes", "Independientes", "IND")

NAMES = {
    "dem": PartyName("democratas", "Demócratas", "Demócratas"),
    "evopoli": PartyName("evopoli", "Evolución Política", "Evópoli"),
    "fa": PartyName("frente-amplio", "Frente Amplio", "FA"),
    "frevs": PartyName(
        "federacion-regionalista-verde-social", "Federación Regionalista Verde Social", "FRVS"
    ),
    "ind": INDEPENDENT,
    "pc": PartyName("partido-comunista", "Partido Comunista de Chile", "PC"),
    "pdc": PartyName("partido-democrata-cristiano", "Partido Demócrata Cristiano", "PDC"),
    "pl": PartyName("partido-liberal", "Partido Liberal de Chile", "PL"),
    "pnl": PartyName("partido-nacional-libertario", "Partido Nacional Libertario", "PNL"),
    "ppd": PartyName("partido-por-la-democracia", "Partido por la Democracia", "PPD"),
    "ps": PartyName("partido-socialista", "Partido Socialista de Chile", "PS"),
    "rep": PartyName("partido-republicano", "Partido Republicano de Chile", "REP"),
    "rn": PartyName("renovacion-nacional", "Renovación Nacional", "RN"),
    "udi": PartyName("union-democrata-independiente", "Unión Demócrata Independiente", "UDI"),
}
ALIASES = {"frvs": "frevs", "independiente": "ind", "democratas": "dem"}


def party(words: str) -> PartyName | None:
    """«P.P.D.», «ppd» → the party; None for words that are not in the list."""
    code = fold(words).replace(" ", "")
    return NAMES.get(ALIASES.get(code, code))


def as_printed(words: str) -> PartyName:
    """A party that the list does not know, under the words of the source."""
    return PartyName(slug(words) or "sin-nombre", words[:120], words[:16])
