"""The cards that this project wrote, from practice that public sources describe; to be replaced by what peers write."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from beenthere.core.kept import forget
from beenthere.core.search import index_some
from beenthere.library.findable import KIND, entry_of
from beenthere.library.models import Card, CardText

FOLDER = Path(__file__).parent / "data"


def load_seed() -> int:
    """Put the project's cards in place; a second time changes nothing. One that readers took out of sight stays so."""
    slugs = [_keep(row) for row in rows()]
    cards = Card.objects.public().filter(slug__in=slugs)
    index_some(KIND, {card.slug: entry_of(card) for card in cards})
    forget()
    return len(slugs)


def rows() -> list[dict[str, Any]]:
    """Every card of the data files, in both languages."""
    return [row for file in sorted(FOLDER.glob("*.json")) for row in json.loads(file.read_text(encoding="utf-8"))]


@transaction.atomic
def _keep(row: dict[str, Any]) -> str:
    told = {"challenge": row["challenge"], "notes": row.get("notes", []), "sources": row["sources"]}
    card, _made = Card.objects.update_or_create(
        slug=row["slug"], defaults=told | {"editorial": True, "language": "en"}
    )  # fmt: skip
    for language in ("en", "fr"):
        CardText.objects.update_or_create(card=card, language=language, defaults=row[language])
    return str(row["slug"])
