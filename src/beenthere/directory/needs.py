"""What people need, in everyday words: the project's own short list, beside the codes of Open Eligibility.

Codes are facts; every name and word here was written by the project, in English and in French.
"""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMESPACE = uuid5(NAMESPACE_URL, "https://been-there.invalid/hsds")  # ours; where what comes has no identifier
OURS, OPEN_ELIGIBILITY = "Been There needs", "Open Eligibility"
LIVED = "lived-experience"


@dataclass(frozen=True)
class Need:
    """Something that people look for: its label, the codes that others have for it, and how people say it."""

    code: str
    label: Promise
    codes: tuple[str, ...]
    words_en: str
    words_fr: str


NEEDS = (
    Need("work", _("finding or keeping work"), ("1110", "1297", "1357", "1358"),
         "job jobs work employment résumé interview hire career unemployed laid off job search job coach",
         "emploi travail boulot job CV entrevue embauche carrière chômage sans emploi recherche d’emploi"),
    Need("learning", _("school and training"), ("1109",),
         "school course class training learn reading writing high school diploma college upgrading tutoring",
         "école cours formation apprendre lecture écriture diplôme cégep études alphabétisation tutorat"),
    Need("money", _("money and benefits"), ("1107", "1200", "1237", "1257", "1263", "1328"),
         "money bills debt benefits welfare income support disability rent help taxes loan credit broke",
         "argent factures dettes prestations aide sociale soutien du revenu invalidité impôts prêt crédit"),
    Need("food", _("food"), ("1102", "1120"),
         "food hungry groceries food bank meal soup kitchen eat community kitchen",
         "nourriture faim épicerie banque alimentaire repas soupe populaire manger cuisine collective"),
    Need("housing", _("a place to live"), ("1103", "1121", "1125"),
         "housing rent apartment shelter homeless eviction room landlord place to sleep",
         "logement loyer appartement refuge hébergement itinérance expulsion chambre propriétaire dormir"),
    Need("goods", _("clothes, furniture and other things"), ("1104",),
         "clothes clothing furniture work boots interview clothes phone computer",
         "vêtements linge meubles bottes de travail habits téléphone ordinateur friperie"),
    Need("transit", _("getting there"), ("1105",),
         "bus pass ride transport gas money car driver licence",
         "autobus passe transport déplacement essence auto permis de conduire covoiturage"),
    Need("health", _("health care"), ("1106",),
         "doctor clinic nurse dentist medication glasses health card walk-in",
         "médecin clinique infirmière dentiste médicaments lunettes carte santé sans rendez-vous"),
    Need("mental-health", _("feeling better, somebody to talk to"), ("1214", "1220", "1304", "1198", "1340"),
         "counselling therapy anxiety depression stress mental health talk lonely grief mood feeling low",
         "thérapie anxiété dépression stress santé mentale parler solitude seul deuil moral psychologue"),
    Need("substance", _("alcohol, drugs, gambling"), ("1178",),
         "addiction alcohol drinking drugs substance use detox recovery gambling sober harm reduction",
         "dépendance alcool boire drogue consommation sevrage rétablissement jeu sobriété réduction des méfaits"),
    Need("peers", _("people who have been there"), ("1310", "1312"),
         "peer support group self-help mutual aid drop-in lived experience warm line",
         "soutien par les pairs groupe d’entraide pair aidant vécu halte ligne d’écoute"),
    Need("care", _("children, family and care"), ("1108",),
         "child care daycare babysitting parenting family caregiver respite",
         "garderie garde d’enfants parent famille proche aidante répit"),
    Need("legal", _("rights and legal help"), ("1111",),
         "lawyer legal aid rights advocate immigration papers human rights record suspension tenant",
         "avocat aide juridique droits défense immigration papiers droits de la personne casier locataire"),
    Need("crisis", _("help right now"), ("1101", "1126", "1123", "1124"),
         "crisis emergency suicide suicidal danger violence help now end my life hotline",
         "crise urgence suicide suicidaire danger violence aide tout de suite mourir ligne"),
)  # fmt: skip
BY_CODE = {need.code: need for need in NEEDS}
_BY_OTHERS = {code: need.code for need in NEEDS for code in need.codes}


def need_of(taxonomy: str, code: str) -> str:
    """The need that a term stands for, or nothing."""
    if taxonomy == OURS:
        return code if code in BY_CODE else ""
    return _BY_OTHERS.get(code.removeprefix("OE-"), "") if taxonomy == OPEN_ELIGIBILITY else ""


def id_of(*names: str) -> UUID:
    """An identifier that is always the same for the same names."""
    return uuid5(NAMESPACE, "/".join(names))
