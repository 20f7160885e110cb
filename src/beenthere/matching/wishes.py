"""What somebody asks for, as it is stored under their key and as ranking reads it. Pure."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from beenthere.matching import ranking


@dataclass(frozen=True, slots=True)
class Wishes:
    """Musts, nice-to-haves, and the words that those who are asked may see."""

    must_languages: tuple[str, ...] = ()
    must_ways: tuple[str, ...] = ()
    must_paths: tuple[str, ...] = ()
    must_experiences: tuple[tuple[str, str], ...] = ()  # (token, label): the word as it was when it became a must
    must_within: str = ""
    not_organisations: tuple[str, ...] = ()
    not_my_town: bool = False
    must_trained: bool = False
    nice_paths: tuple[str, ...] = ()
    nice_fields: tuple[str, ...] = ()
    nice_near: bool = False
    nice_trained: bool = False
    told: tuple[str, ...] = ()  # words of their own that they let those who are asked see before a yes

    def to_json(self) -> dict[str, Any]:
        """Plain lists and truth values, for the sealed column."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any] | None) -> "Wishes":
        """Read back what was stored; what an older version did not know is empty."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: _frozen(value) for name, value in (stored or {}).items() if name in known})

    def musts(self) -> ranking.Musts:
        """The musts as ranking reads them."""
        return ranking.Musts(
            languages=frozenset(self.must_languages),
            ways=frozenset(self.must_ways),
            paths=frozenset(self.must_paths),
            experiences=frozenset(token for token, _ in self.must_experiences),
            not_organisations=frozenset(self.not_organisations),
            within=ranking.Near(self.must_within) if self.must_within else None,
            not_my_town=self.not_my_town,
            trained=self.must_trained,
        )


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list | tuple) else value
