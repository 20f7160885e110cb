"""A training as search engines read it: schema.org Course and CourseInstance."""

import re
from typing import Any

from beenthere.core.places import PROVINCES
from beenthere.training.catalogue import classification
from beenthere.training.models import Training

_MODES = {"in-person": "Onsite", "online": "Online"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def course_of(training: Training, address: str) -> dict[str, Any]:
    """The facts that schema.org has words for, as the source gives them; what is not stated is left out."""
    languages = sorted(classification.languages_in(training.languages) - {classification.NOT_SAID})
    told = {
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": address,
        "identifier": f"urn:uuid:{training.uid}",
        "name": training.name,
        "description": training.notes or ", ".join(filter(None, [training.name, training.provider])),
        "url": training.website or address,
        "provider": training.provider and {"@type": "Organization", "name": training.provider},
        "inLanguage": languages,
        "coursePrerequisites": training.prerequisites,
        "educationalCredentialAwarded": training.credential,
        "audience": training.audience and {"@type": "EducationalAudience", "audienceType": training.audience},
        "teaches": training.mandatory,
        "isAccessibleForFree": True if training.cost == "0" else None,
        "offers": _offers(training),
        "hasCourseInstance": _instance(training, languages),
        "isBasedOn": training.source_url,
        "dateModified": training.changed_at.date().isoformat(),
        "license": LICENCE,
    }
    return _stated(told)


def _offers(training: Training) -> dict[str, Any] | None:
    if not training.cost.isdigit():
        return None
    return {
        "@type": "Offer",
        "price": training.cost,
        "priceCurrency": "CAD",
        "category": "Free" if training.cost == "0" else "Paid",
    }


def _instance(training: Training, languages: list[str]) -> dict[str, Any] | None:
    """One way of taking it, unless it is over."""
    if training.is_over:
        return None
    modes = [_MODES[way] for way in sorted(classification.deliveries_in(training.delivery)) if way in _MODES]
    told = _stated(
        {
            "@type": "CourseInstance",
            "courseMode": "Blended" if len(modes) > 1 else "".join(modes),
            "courseWorkload": _workload(training),
            "startDate": training.starts_on.isoformat() if training.starts_on else "",
            "location": _location(training),
            "inLanguage": languages,
        }
    )
    return told if len(told) > 1 else None


def _workload(training: Training) -> str:
    """Hours alone: days and weeks stay what they are."""
    found = re.fullmatch(r"(\d+)( h| hours)?", training.hours)
    return f"PT{found[1]}H" if found else ""


def _location(training: Training) -> list[dict[str, Any]]:
    """Its town in its provinces, or “all of Canada”."""
    known = [PROVINCES[code].name_en for code in training.provinces if code in PROVINCES]
    if not known and not training.city and not training.provinces:
        return []
    regions: list[str] = known or [""]
    return [
        {
            "@type": "Place",
            "address": _stated(
                {
                    "@type": "PostalAddress",
                    "addressLocality": training.city,
                    "addressRegion": region,
                    "addressCountry": "CA",
                }
            ),
        }
        for region in regions
    ]


def _stated(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "", [], {})}
