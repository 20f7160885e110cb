"""The regions of the wage file, by the names that people know in each language. Typed by this project."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core.places import PROVINCES

CANADA = "CA"
# As English writes them, where French says it otherwise. What is not here is called the same in both.
IN_FRENCH = {
    "Annapolis Valley": "Vallée de l’Annapolis",
    "Avalon Peninsula": "Péninsule d’Avalon",
    "Cape Breton": "Cap-Breton",
    "Hamilton–Niagara Peninsula": "Hamilton–Péninsule de Niagara",
    "Interlake": "Entre-les-Lacs",
    "Lower Mainland": "Vallée du bas Fraser",
    "North": "Nord",
    "North Central": "Centre-Nord",
    "North Coast": "Côte-Nord de la Colombie-Britannique",
    "North Shore": "Côte-Nord de la Nouvelle-Écosse",
    "Northeast": "Nord-Est",
    "Northern": "Nord",
    "Northwest": "Nord-Ouest",
    "Notre Dame–Central Bonavista Bay": "Notre Dame–Baie Bonavista centrale",
    "Prince Albert": "Prince-Albert",
    "Banff–Jasper–Rocky Mountain House": "Banff–Jasper–Rocky Mountain House",
    "South Central": "Centre-Sud",
    "South Coast–Burin Peninsula": "Côte sud–Péninsule de Burin",
    "Southeast": "Sud-Est",
    "Southern": "Sud",
    "Southwest": "Sud-Ouest",
    "Stratford–Bruce Peninsula": "Stratford–Péninsule Bruce",
    "Vancouver Island and Coast": "Île de Vancouver et la côte",
    "West Coast–Northern Peninsula–Labrador": "Côte ouest–Péninsule nord–Labrador",
}
_OTHER_NAMES = {"yukon territory": "YT", "québec": "QC"}


def code_of_province(name: str) -> str | None:
    """The code of a province as a file names it; nothing where it names none, and empty for the whole country."""
    wanted = name.strip().casefold()
    if wanted in {"national", "canada"}:
        return ""
    known = {each.name_en.casefold(): each.code for each in PROVINCES.values()} | _OTHER_NAMES
    return known.get(wanted)


def name_of(name_en: str, province: str, *, is_part: bool) -> str:
    """What a region is called in the language of the page."""
    if not province:
        return _("Canada")
    if not is_part:
        return PROVINCES[province].name
    return IN_FRENCH.get(name_en, name_en) if (get_language() or "en").startswith("fr") else name_en
