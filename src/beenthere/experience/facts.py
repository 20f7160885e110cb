"""What ranking and screens learn about somebody, as plain data."""

from dataclasses import dataclass, field
from uuid import UUID

from beenthere.core.places import Area


@dataclass(frozen=True)
class Word:
    """Something lived through or in the way, with how much it matters to the person that a supporter knows it."""

    token: str
    label: str
    weight: int
    kind: str


@dataclass(frozen=True)
class Facts:
    """What suggestions may use. `words` is filled for the asker alone, `on_offer` with what others may match."""

    languages: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    area: Area | None = None
    free: frozenset[str] = frozenset()
    on_offer: frozenset[str] = frozenset()
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class About:
    """What one person may see of another, in the words of the page's language."""

    person_id: UUID
    after_yes: bool
    words: str = ""
    languages: list[str] = field(default_factory=list)
    area: str = ""
    ways: list[str] = field(default_factory=list)
    free: list[str] = field(default_factory=list)
    lived: list[str] = field(default_factory=list)
    in_the_way: list[str] = field(default_factory=list)
    strengths: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see yet."""
        told = (self.words, self.languages, self.area, self.ways, self.free, self.lived, self.in_the_way)
        return not any((*told, self.strengths))
