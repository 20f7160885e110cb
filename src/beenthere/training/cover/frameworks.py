"""The frameworks that ship with the product, as they were gathered: what was not verified says so."""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from beenthere.core.importing import Report, Row, bring_in
from beenthere.core.kept import forget
from beenthere.training.models import About, Competency, Framework, Verified

FILE = Path(__file__).parents[1] / "data" / "practice_items.csv"
# Labels of others with words that we do not use ourselves: their French stands here, not among our sentences.
IN_FRENCH = {
    "Client choice (zero exclusion)": "Choix de la personne (aucune exclusion)",
    "Caseload size": "Nombre de personnes accompagnées",
    "Diagnoses and symptom management": "Diagnostics et gestion des symptômes",
    "1 Peer supports": "1 Les soutiens par les pairs",
    "2 Role of the peer supporter (core competencies)": "2 Rôle de la personne paire aidante (compétences de base)",
    "6 Cultural competency (mandatory)": "6 Compétence culturelle (obligatoire)",
    "8 Listening (mandatory)": "8 Écoute (obligatoire)",
    "9 Sharing (mandatory)": "9 Partage (obligatoire)",
}


@dataclass(frozen=True)
class Known:
    """What the file does not say of a framework: its address here, its version if the reference gives one."""

    slug: str
    about: About = About.PEER_SUPPORT
    version: str = ""


# In the order of the page: what is used in Canada first.
KNOWN = {
    "Peer Support Canada": Known("psc"),
    "MHCC Guidelines Part 2": Known("mhcc", version="2013"),
    "Peer Support Canada (PSACC)": Known("psacc"),
    "BC Standards of Practice (CC BY 4.0)": Known("bc-standards"),
    "BCcampus curriculum (CC BY 4.0)": Known("bccampus"),
    "PeerWorks Core Essentials": Known("peerworks"),
    "CMHA PEI": Known("cmha-pei"),
    "AQRP (QC, adults)": Known("aqrp"),
    "SAMHSA core competencies": Known("samhsa"),
    "Intentional Peer Support": Known("intentional"),
    "FACIT": Known("facit"),
    "IPS": Known("ips", About.EMPLOYMENT),
    "IPS-25": Known("ips-25", About.EMPLOYMENT),
    "BU Vocational Peer Support": Known("bu-vocational", About.EMPLOYMENT),
    "BU disclosure plan": Known("bu-disclosure", About.EMPLOYMENT),
    "Employment forms": Known("employment-forms", About.EMPLOYMENT),
}


def load_frameworks(file: Path = FILE) -> Report:
    """Bring in the packaged frameworks, or another file of the same form; safe to run twice."""
    frameworks = _frameworks_of(file)

    def make(row: Row) -> Competency:
        return _competency_of(row, frameworks[row["framework"]])

    report = bring_in(Competency, file, make)
    forget()
    return report


def _frameworks_of(file: Path) -> dict[str, Framework]:
    """The frameworks that the file names, in the database."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        first = {row.get("framework", ""): row for row in reversed(list(csv.DictReader(lines)))}
    order, found = list(KNOWN), {}
    for name, row in first.items():
        known = KNOWN.get(name, Known(slugify(name)[:60] or "unnamed"))
        told = {"name": name, "version": known.version, "about": known.about, "source_url": row.get("source_url") or ""}
        place = order.index(name) if name in KNOWN else len(order)
        found[name], _new = Framework.objects.update_or_create(slug=known.slug, defaults={**told, "order": place})
    return found


def _competency_of(row: Row, framework: Framework) -> Competency:
    if not row["order"].isdigit():
        raise ValidationError(_("“%(order)s” is not a number") % {"order": row["order"]})
    return Competency(
        slug=f"{framework.slug}-{slugify(row['kind'])[:30]}-{row['order']}",
        framework=framework,
        kind=row["kind"],
        order=int(row["order"]),
        label_en=row["label_en"],
        label_fr=IN_FRENCH.get(row["label_en"], ""),
        verified=verified_in(row["verified"]),
        verified_how=row["verified"],
        source_url=row["source_url"],
        notes=row["notes"],
    )


def verified_in(text: str) -> Verified:
    """Read “yes”, “partly: …” or “NO - from memory”; whatever is not plainly said to be read is not verified."""
    word = text.lower().replace(":", " ").split(" ")[0]
    if word == "yes":
        return Verified.PARTLY if "not seen" in text else Verified.YES
    return Verified.PARTLY if word in {"partly", "only"} else Verified.NO
