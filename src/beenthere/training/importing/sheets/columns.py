"""Which column holds which fact: guessed from the names of columns in both languages. Pure."""

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

from beenthere.core.words import fold

IDENTITY = ("uid", "slug")
SOURCE = ("source_url", "source_date")
TARGETS = (
    "name", "provider", "province", "city", "delivery", "languages", "name_language", "hours", "days", "weeks",
    "sessions", "credits", "mandatory", "practicum", "cost", "cost_help", "starts", "starts_on", "prerequisites",
    "credential", "recognised_by", "audience", "teachers", "peer_run", "accessibility", "website", "phone", "notes",
    "standing", *SOURCE, *IDENTITY,
)  # fmt: skip

# How people head such columns, folded; the more telling ones first. A name that holds one of them will do.
_NAMES = {
    "source_url": "source url|source_url|source|lien de la source|url de la source",
    "source_date": "source date|source_date|date de la source|date of source|read on|consulte le|lu le",
    "uid": "uid|uuid|identifiant stable",
    "slug": "slug|identifiant|identifier|id",
    "name_language": "language of the name|name language|langue du nom|langue du titre",
    "cost_help": "cost help|help with cost|bursary|bursaries|financial help|aide financiere|bourse|bourses|subvention",
    "recognised_by": "recognised by|recognized by|recognition|reconnu par|reconnue par|reconnaissance|accredited by",
    "starts_on": "starts on|start date|date de debut|begins on|debut le|commence le|next date|prochaine date|"
    "prochaine seance|prochain debut|prochaine cohorte|next start|next cohort",
    "starts": "starts|start|begins|debut|dates|quand|when|prochaine session|next session|calendrier",
    "peer_run": "peer run|run by peers|peer led|par des pairs|dirige par des pairs|animee par des pairs",
    "prerequisites": "prerequisites|prerequisite|entry conditions|requirements|conditions|prealables|prealable|"
    "prerequis|exigences|conditions d admission|admission",
    "credential": "credential|certificate|certification|certificat|attestation|diploma|diplome|reconnaissance obtenue",
    "accessibility": "accessibility|accessible|accessibilite|accommodations",
    "practicum": "practicum|placement|internship|stage",
    "mandatory": "mandatory modules|mandatory|modules obligatoires|obligatoire|obligatoires",
    "teachers": "teachers|taught by|trainers|instructors|facilitators|formateurs|formatrices|animateurs|enseignants|"
    "enseigne par|formateur",
    "provider": "provider|organisation|organization|organisme|offered by|given by|offert par|fournisseur|"
    "etablissement|institution|donne par",
    "audience": "audience|for whom|public cible|public|clientele|pour qui|target|population",
    "delivery": "delivery|format|mode|modalite|how|formule|mode de formation|method",
    "languages": "languages|language|langues|langue|lang",
    "province": "province|provinces|province or territory|province territory|province ou territoire|territory|"
    "territoire",
    "city": "city|town|ville|municipalite|location|lieu|endroit",
    "sessions": "sessions|seances|number of sessions|nombre de seances|rencontres",
    "credits": "credits|credit|unites",
    "hours": "hours|heures|nombre d heures|number of hours|hrs|duree h|duration h|length h|duree en heures|"
    "duration hours",
    "days": "days|jours|nombre de jours|number of days",
    "weeks": "weeks|semaines|nombre de semaines|number of weeks|duree|duration|length",
    "cost": "cost cad|cost|cout|price|prix|fee|fees|frais|tarif|cout cad",
    "website": "website|site web|url|web|lien|link|site|page web|site internet",
    "phone": "phone|telephone|tel|telephone number",
    "standing": "standing|status|etat|statut|still offered|toujours offerte",
    "notes": "notes|note|remarques|remarque|comments|commentaires|autres|other|details",
    "name": "name|nom|training|formation|title|titre|course|cours|program|programme|nom de la formation|"
    "training name|course name|titre de la formation|name of training|nom du programme",
}  # fmt: skip
_KNOWN = {name: target for target, names in _NAMES.items() for name in names.split("|")}
_LONGEST_FIRST = sorted(_KNOWN, key=len, reverse=True)


@lru_cache(maxsize=30_000)
def folded(text: str) -> str:
    """Small letters and digits without accents, with single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def fingerprint(header: Sequence[str]) -> str:
    """The same for the same names of columns in the same order, whatever their capitals and accents."""
    return hashlib.sha256("\x1f".join(folded(name) for name in header).encode()).hexdigest()


def guess(header: Sequence[str]) -> list[str]:
    """Say for each column which fact it probably holds, each fact at most once; nothing where nobody can tell."""
    found = [""] * len(header)
    taken: set[str] = set()
    for certain in (True, False):
        for index, name in enumerate(header):
            target = "" if found[index] else _target(folded(name), certain=certain)
            if target and target not in taken:
                found[index] = target
                taken.add(target)
    return found


def _target(name: str, *, certain: bool) -> str:
    if certain:
        return _KNOWN.get(name, "")
    inside = (known for known in _LONGEST_FIRST if len(known) > 2 and f" {known} " in f" {name} ")
    return _KNOWN.get(next(inside, ""), "")
