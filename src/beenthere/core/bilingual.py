"""Everyday words of this field that mean the same, so that a search finds a text in other words or the other language.

Pure.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from beenthere.core.words import fold

_WORD = re.compile(r"[^\W_]+")

# English, French; each side may give several ways to say it. Written by the project.
PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("peer support", "peer supporter", "peer support worker"),
        (
            "soutien par les pairs",
            "pair-aidance",
            "pair aidant",
            "paire aidante",
            "entraide",
            "intervention par les pairs",
        ),
    ),
    (("peer", "peers"), ("pair", "pairs", "paire", "paires")),
    (("training", "course", "courses", "class", "classes"), ("formation", "formations", "cours")),
    (("workshop", "workshops"), ("atelier", "ateliers")),
    (("program", "programs", "programme"), ("programme", "programmes", "microprogramme")),
    (
        ("certification", "certified", "certificate"),
        ("certification", "certifié", "certifiée", "attestation", "certificat"),
    ),
    (("school", "college"), ("école", "collège")),
    (("university", "undergraduate", "post-secondary"), ("université", "universitaire", "postsecondaire", "1er cycle")),
    (("student", "students", "campus"), ("étudiant", "étudiants", "étudiante", "campus")),
    (("practicum", "internship", "placement", "apprenticeship"), ("stage", "apprentissage", "internat")),
    (("textbook", "book", "guide", "manual"), ("manuel", "livre", "guide")),
    (("bursary", "bursaries", "scholarship"), ("bourse", "bourses")),
    (("mental health",), ("santé mentale",)),
    (("mental illness", "psychiatric"), ("maladie mentale", "psychiatrique")),
    (("recovery", "in recovery"), ("rétablissement",)),
    (("wellness", "well-being"), ("mieux-être", "bien-être")),
    (("wrap", "wellness recovery action plan"), ("plan d’action de rétablissement", "WRAP")),
    (("crisis",), ("crise",)),
    (("suicide",), ("suicide",)),
    (("trauma",), ("traumatisme", "trauma")),
    (("psychosocial rehabilitation",), ("réadaptation psychosociale",)),
    (("self-help", "mutual aid"), ("entraide",)),
    (("drop-in",), ("halte", "accueil sans rendez-vous")),
    (("clubhouse",), ("clubhouse", "maison de jour")),
    (("helpline", "phone line", "warm line", "hotline"), ("ligne d’écoute", "ligne téléphonique")),
    (("harm reduction",), ("réduction des méfaits",)),
    (
        ("substance use", "addiction", "addictions", "drugs", "drug use"),
        ("consommation", "dépendance", "dépendances", "toxicomanie", "drogues"),
    ),
    (("coach", "coaching", "coaches"), ("coach", "accompagnement")),
    (
        ("family", "families", "caregiver", "caregivers", "loved ones", "relatives"),
        ("famille", "familles", "proche", "proches", "proche aidant", "aidant naturel"),
    ),
    (("parents",), ("parents",)),
    (
        ("youth", "young", "young adult", "young adults", "young people", "teenagers"),
        ("jeune", "jeunes", "jeunesse", "jeunes adultes", "adolescents"),
    ),
    (("adult", "adults"), ("adulte", "adultes")),
    (("women", "woman"), ("femme", "femmes")),
    (("men",), ("hommes",)),
    (
        ("indigenous", "native", "inuit", "first nations", "metis", "aboriginal"),
        ("autochtone", "autochtones", "Inuit", "Premières Nations", "Métis"),
    ),
    (
        ("veteran", "veterans", "military", "armed forces"),
        ("vétéran", "vétérans", "ancien combattant", "anciens combattants", "militaire", "militaires"),
    ),
    (
        ("first responder", "first responders", "emergency personnel"),
        ("premier intervenant", "premiers intervenants", "premiers répondants", "secouristes"),
    ),
    (
        ("fire fighter", "fire fighters", "firefighter", "firefighters", "fire department", "iaff"),
        ("pompier", "pompiers", "pompière"),
    ),
    (("paramedic", "paramedics"), ("ambulancier", "ambulanciers", "ambulancière", "paramédic")),
    (("police officer", "police officers"), ("policier", "policiers", "policière")),
    (
        ("newcomer", "newcomers", "immigrant", "immigrants", "refugee", "refugees"),
        ("nouvel arrivant", "nouveaux arrivants", "nouvelle arrivante", "immigrant", "immigrante", "réfugié"),
    ),
    (("chinese", "mandarin", "cantonese"), ("chinois", "chinoise", "mandarin", "cantonais")),
    (
        ("lgbtq", "lgbtq2s", "2slgbtq", "2slgbtqia", "lgbt", "queer", "trans", "gender"),
        ("LGBTQ", "2ELGBTQI", "LGBT", "queer", "trans", "genre", "diversité sexuelle"),
    ),
    (("rural",), ("rural", "ruraux", "rurale", "campagne")),
    (("group", "groups"), ("groupe", "groupes")),
    (("network",), ("réseau",)),
    (("association", "society", "coalition"), ("association", "regroupement", "société")),
    (("organisation", "organization", "organizational"), ("organisme", "organisation", "organisationnel")),
    (("centre", "center"), ("centre",)),
    (("employment", "work", "job", "jobs"), ("emploi", "travail", "emplois")),
    (("workplace", "coworkers"), ("milieu de travail", "collègues")),
    (("volunteer", "volunteers", "volunteering"), ("bénévole", "bénévoles", "bénévolat")),
    (("housing", "homelessness"), ("logement", "hébergement", "itinérance")),
    (("advocacy", "rights"), ("défense des droits", "droits")),
    (("leadership", "leader", "leaders"), ("leadership", "animation", "leader")),
    (
        ("facilitator", "facilitation", "train-the-trainer"),
        ("animation", "animateur", "animatrice", "facilitateur", "formateur"),
    ),
    (("supervisor", "supervision"), ("supervision", "superviseur", "superviseure")),
    (("speaking", "public speaking"), ("prise de parole",)),
    (
        ("online", "virtual", "webinars", "zoom", "remote"),
        ("en ligne", "à distance", "virtuel", "virtuelle", "webinaire"),
    ),
    (("in-person", "classroom", "in person"), ("en personne", "en classe", "en présence", "présentiel")),
    (("evening", "evenings"), ("soir", "soirée", "soirs")),
    (("weekend", "weekends"), ("fin de semaine", "week-end")),
    (("free", "no cost"), ("gratuit", "gratuite", "sans frais")),
    (("healing",), ("guérison",)),
    (("violence",), ("violence",)),
    (("gender-based violence",), ("violence fondée sur le genre", "violences sexistes")),
    (("friendship centre",), ("centre d’amitié",)),
    (("mentor", "mentoring", "mentorship"), ("mentor", "mentorat")),
    (("french", "french-language", "francophone"), ("français", "francophone", "en français")),
    (("english", "english-language", "anglophone"), ("anglais", "anglophone")),
    (("autumn", "fall"), ("automne",)),
    # Names of organisations and places that people know by their letters, in either language.
    (("cmha", "canadian mental health association"), ("ACSM", "association canadienne pour la santé mentale")),
    (("mhcc", "mental health commission of canada"), ("CSMC", "commission de la santé mentale du canada")),
    (("camh",), ("CAMH", "centre de toxicomanie et de santé mentale")),
    (("psc", "peer support canada"), ("soutien par les pairs canada", "PSC")),
    (("aqrp",), ("AQRP", "association québécoise pour la réadaptation psychosociale")),
    (("opdi", "ontario peer development initiative", "peerworks"), ("OPDI", "peerworks")),
    (("vch", "vancouver coastal health"), ("VCH",)),
    (("udem", "university of montreal", "université de montréal"), ("UdeM", "université de montréal")),
    (("uqam", "université du québec à montréal"), ("UQAM", "université du québec à montréal")),
    (("dnd", "department of national defence"), ("MDN", "ministère de la défense nationale")),
    (("veterans affairs canada",), ("anciens combattants canada",)),
    (("bc", "british columbia"), ("C.-B.", "colombie-britannique")),
    (("pei", "prince edward island"), ("Î.-P.-É.", "île-du-prince-édouard")),
    (("ns", "nova scotia"), ("N.-É.", "nouvelle-écosse")),
    (("nb", "new brunswick"), ("N.-B.", "nouveau-brunswick")),
    (("nl", "newfoundland and labrador"), ("T.-N.-L.", "terre-neuve-et-labrador")),
    (("nwt", "northwest territories"), ("T.N.-O.", "territoires du nord-ouest")),
    (("the north", "northern", "nunavut", "yukon"), ("le nord", "nordique", "nunavut", "yukon")),
)


def in_other_words(texts: Iterable[str], language: str) -> tuple[str, str]:
    """Give what else people call what texts speak of, in their own language and in the other, for the index only."""
    here, there = (0, 1) if language == "en" else (1, 0)
    spoken = " ".join(["", *filter(None, map(_spoken, texts)), ""])
    begun = _by_first_word(here)
    said = {number for word in begun.keys() & spoken.split() for phrase, number in begun[word] if phrase in spoken}
    found = [PAIRS[number] for number in sorted(said)]
    return _together(pair[here] for pair in found), _together(pair[there] for pair in found)


def _together(sides: Iterable[tuple[str, ...]]) -> str:
    return " ".join(dict.fromkeys(words for side in sides for words in side))


@lru_cache(maxsize=5_000)
def _spoken(text: str) -> str:
    """Give the text as folded words with a space between them; remembered, because a catalogue says things again."""
    return " ".join(_WORD.findall(fold(text)))


@cache
def _by_first_word(side: int) -> dict[str, list[tuple[str, int]]]:
    """What one language says, each with the number of its pair, under its first word: a text holds few of these."""
    phrases = defaultdict(list)
    for number, pair in enumerate(PAIRS):
        for words in pair[side]:
            phrase = _spoken(words)
            phrases[phrase.split()[0]].append((f" {phrase} ", number))  # only whole words are found
    return dict(phrases)
