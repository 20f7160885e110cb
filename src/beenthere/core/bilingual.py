"""Pairs of everyday words of this field, so that a search in one language finds a text in the other. Pure."""

import re
from functools import cache

from beenthere.core.words import fold

_WORD = re.compile(r"[^\W_]+")

# English, French; each side may give several ways to say it. Written by the project.
PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("peer support", "peer supporter"), ("soutien par les pairs", "pair-aidance", "pair aidant", "entraide")),
    (("peer", "peers"), ("pair", "pairs", "paire")),
    (("training", "course", "courses"), ("formation", "formations", "cours")),
    (("program", "programs", "programme"), ("programme", "programmes", "microprogramme")),
    (("certification", "certified", "certificate"), ("certification", "certifié", "attestation")),
    (("school", "college"), ("école", "collège")),
    (("student", "students", "campus"), ("étudiant", "étudiants", "campus")),
    (("mental health",), ("santé mentale",)),
    (("recovery",), ("rétablissement",)),
    (("wellness", "well-being"), ("mieux-être", "bien-être")),
    (("crisis",), ("crise",)),
    (("suicide",), ("suicide",)),
    (("self-help", "mutual aid"), ("entraide",)),
    (("drop-in",), ("halte", "accueil sans rendez-vous")),
    (("clubhouse",), ("clubhouse", "maison de jour")),
    (("helpline", "phone line", "warm line", "hotline"), ("ligne d’écoute", "ligne téléphonique")),
    (("harm reduction",), ("réduction des méfaits",)),
    (("substance use", "addiction", "drugs"), ("consommation", "dépendance", "drogues")),
    (("coach", "coaching", "coaches"), ("coach", "accompagnement")),
    (("family", "families", "caregiver", "caregivers"), ("famille", "familles", "proche", "proches", "aidant")),
    (("parents",), ("parents",)),
    (("youth", "young", "young adult"), ("jeune", "jeunes", "jeunesse")),
    (("adult", "adults"), ("adulte", "adultes")),
    (("women",), ("femme", "femmes")),
    (("indigenous", "native", "inuit", "first nations"), ("autochtone", "autochtones", "Inuit", "Premières Nations")),
    (("veteran", "veterans"), ("vétéran", "vétérans", "ancien combattant", "anciens combattants")),
    (("first responder", "first responders"), ("premier intervenant", "premiers intervenants")),
    (("fire fighters", "firefighters", "fire department"), ("pompier", "pompiers")),
    (("paramedic", "paramedics"), ("ambulancier", "paramédic")),
    (("newcomer", "newcomers", "immigrant", "immigrants"), ("nouvel arrivant", "immigrant", "immigrante")),
    (("chinese", "mandarin", "cantonese"), ("chinois", "mandarin", "cantonais")),
    (("lgbtq", "lgbtq2s", "2slgbtq+", "trans", "gender"), ("LGBTQ", "trans", "genre")),
    (("rural",), ("rural", "ruraux", "campagne")),
    (("group", "groups"), ("groupe", "groupes")),
    (("network",), ("réseau",)),
    (("association", "society", "coalition"), ("association", "regroupement", "société")),
    (("organisation", "organization"), ("organisme", "organisation")),
    (("centre", "center"), ("centre",)),
    (("employment", "work", "job"), ("emploi", "travail")),
    (("volunteer", "volunteers"), ("bénévole", "bénévoles", "bénévolat")),
    (("housing",), ("logement", "hébergement")),
    (("advocacy", "rights"), ("défense des droits", "droits")),
    (("leadership",), ("leadership", "animation")),
    (("facilitator", "facilitation"), ("animation", "animateur")),
    (("supervisor", "supervision"), ("supervision", "superviseur")),
    (("online", "virtual", "webinars"), ("en ligne", "à distance", "virtuel")),
    (("in-person", "classroom"), ("en personne", "en classe", "en présence")),
    (("free",), ("gratuit", "gratuite")),
    (("healing",), ("guérison",)),
    (("violence",), ("violence",)),
    (("friendship centre",), ("centre d’amitié",)),
    (("mentor", "mentoring"), ("mentor", "mentorat")),
    (("french",), ("français",)),
    (("english",), ("anglais",)),
)


def in_the_other_language(text: str, language: str) -> str:
    """Give the other language's words for what the text speaks of, for the index only."""
    here, there = (0, 1) if language == "en" else (1, 0)
    spoken = _spoken(text)
    found = [pair[there] for pair in PAIRS if any(_phrase(words) in spoken for words in pair[here])]
    return " ".join(dict.fromkeys(words for side in found for words in side))


def _spoken(text: str) -> str:
    """Give the text as folded words between spaces, so that only whole words are found in it."""
    return " ".join(["", *_WORD.findall(fold(text)), ""])


_phrase = cache(_spoken)
