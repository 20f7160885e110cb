"""Words of both languages and the codes, or the English words, with which records say the same. Pure."""

from beenthere.training.importing.sheets.columns import folded


def _table(text: str) -> dict[str, str]:
    """Lines like “code: word, word” as word to code, all folded."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        code, names = line.split(":", 1)
        found |= {folded(name): code.strip() for name in (code, *names.split(","))}
    return found


PROVINCES = _table("""
AB: Alberta, Alta, Alb
BC: British Columbia, B.C., Colombie-Britannique, C.-B., CB
MB: Manitoba, Man
NB: New Brunswick, N.B., Nouveau-Brunswick, N.-B., Nouv-Brunswick
NL: Newfoundland and Labrador, Newfoundland, Labrador, Nfld, Terre-Neuve-et-Labrador, Terre-Neuve, T.-N.-L., TNL
NS: Nova Scotia, N.S., Nouvelle-Écosse, N.-É.
NT: Northwest Territories, N.W.T., NWT, Territoires du Nord-Ouest, T.N.-O., TNO
NU: Nunavut
ON: Ontario, Ont
PE: Prince Edward Island, P.E.I., PEI, Île-du-Prince-Édouard, Î.-P.-É., IPE
QC: Quebec, Québec, Que, Qué, PQ
SK: Saskatchewan, Sask
YT: Yukon, Yukon Territory, Yuk, YN
national: Canada, all of Canada, across Canada, tout le Canada, partout au Canada, pancanadien, pan-Canadian, CA
""")

LANGUAGES = _table("""
English: en, eng, anglais, anglaise, ang, angl
French: fr, fra, fre, français, française, fran
Mandarin: zh, mandarin
Cantonese: yue, cantonais
Inuktitut: iu, inuktitut
Innuinaqtun: inuinnaqtun, ikt
Cree: cri
ASL: American Sign Language, langue des signes américaine
LSQ: Quebec Sign Language, langue des signes québécoise
Spanish: es, espagnol
Arabic: ar, arabe
Punjabi: pa, pendjabi
""")
BOTH = {
    folded(each)
    for each in ("bilingual", "bilingue", "both", "les deux", "fr/en", "en/fr", "fr et en", "both languages")
}

DELIVERIES = _table("""
in-person: in person, face to face, on site, onsite, en personne, en présentiel, présentiel, sur place, en présence
online: on line, virtual, distance, en ligne, virtuel, à distance, web, distanciel, internet
online, live: live online, zoom, en ligne en direct, synchrone, synchronous, teams, visioconférence
hybrid: hybride, blended, mixed, mixte, comodal, bimodal
online and in-person: en ligne et en personne, in person and online, en personne et en ligne, présentiel et en ligne
classroom plus practical: en classe et pratique
""")
AUDIENCES = _table("""
adult: adults, adulte, adultes
family: families, famille, familles, proches, family members, membres de la famille
adult; family: adults and families, adultes et familles, adultes et proches
youth: jeunes, young people, young adults, jeune, jeunesse
students: student, étudiants, étudiantes, étudiantes et étudiants, étudiant
women: femmes, femme, woman
Indigenous: autochtones, autochtone, Indigenous people, Premières Nations, First Nations
2SLGBTQ+: LGBTQ, LGBTQ+, LGBTQ2S+, 2SLGBTQI+, LGBTQIA+
veterans: veteran, vétérans, anciens combattants
first responders: premiers répondants, premiers intervenants
organisations: organizations, organismes
""")
STANDINGS = _table("""
running: offered, active, actif, active, open, ongoing, en cours, offert, offerte, ouvert, ouverte, oui, yes, current
paused: on hold, suspended, suspendu, suspendue, en pause, pause, inactive
unconfirmed: unknown, to confirm, ask, à confirmer, à vérifier, inconnu, planned, prévu, prévue
certification: a certification
historic: over, ended, closed, past, finished, terminé, terminée, fermé, fermée, passé, passée, historique, non, no
""")
# Words of ours that stand for what a file said in either language.
ENGLISH = frozenset({*LANGUAGES.values(), *DELIVERIES.values(), *AUDIENCES.values(), "adult", "family"})
YES = {folded(each) for each in ("yes", "y", "oui", "o", "true", "vrai", "1", "x", "yep")}
NO = {folded(each) for each in ("no", "n", "non", "false", "faux", "0")}
MARKS = {"✓": "yes", "✔": "yes", "☑": "yes", "✗": "no", "✘": "no", "☐": "no"}
FREE = {folded(each) for each in (
    "free", "gratuit", "gratuite", "sans frais", "no cost", "no charge", "none", "aucun", "aucun frais", "nil",
    "free of charge", "zero",
)}  # fmt: skip

MONTHS = {
    name: number
    for number, names in enumerate((
        "january jan janvier janv", "february feb fevrier fevr fev", "march mar mars", "april apr avril avr",
        "may mai", "june jun juin", "july jul juillet juil", "august aug aout", "september sep sept septembre",
        "october oct octobre", "november nov novembre", "december dec decembre",
    ), start=1)
    for name in names.split()
}  # fmt: skip
