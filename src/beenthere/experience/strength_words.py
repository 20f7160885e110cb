"""Words for strengths to choose from, each with a sentence as it may stand on a résumé. No test, no score, no ranking.

They were written for this site. They say what somebody does, and nothing about health. Which of them come first
follows from a rule that everybody can see: a word that somebody wrote begins like one that stands beside a strength.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beenthere.experience.words import spoken

MOST_HINTS = 6


@dataclass(frozen=True)
class Listed:
    """A strength as one says it of oneself, as a résumé says it, and how words that point to it begin."""

    label: Promise
    sentence: Promise
    begins: str = ""


GROUPS: list[tuple[Promise, dict[str, Listed]]] = [
    (
        _("Getting through"),
        {
            "through": Listed(_("I get through hard times"), _("Stays steady when things are hard."), "surviv endur"),
            "one-day": Listed(
                _("I take one day at a time"), _("Breaks a large task into steps that fit into a day."), "day jour"
            ),
            "ask": Listed(_("I ask for help when I need it"), _("Asks for help in good time."), "ask help demand aid"),
            "start-again": Listed(_("I can start again"), _("Starts again after a setback."), "again recommenc"),
            "calm": Listed(_("I stay calm when others do not"), _("Stays calm under pressure."), "calm breath respir"),
            "enough": Listed(
                _("I know what is enough for me"), _("Judges well how much can be done in the time there is.")
            ),
            "change": Listed(
                _("I can live with change"), _("Adapts to change and to new surroundings."), "chang moved demenag"
            ),
            "another-way": Listed(_("I find another way"), _("Finds another way when the first one is closed.")),
            "wait": Listed(
                _("I can wait"), _("Waits well, and lets things take the time they need."), "wait attend attent"
            ),
            "laugh": Listed(
                _("I can laugh, even then"), _("Brings good humour to a hard day."), "laugh joke rire rir blagu"
            ),
        },
    ),
    (
        _("Keeping going"),
        {
            "keep-going": Listed(
                _("I keep going"), _("Keeps at a task until it is done."), "continu kept persever lache"
            ),
            "finish": Listed(_("I finish what I begin"), _("Finishes what was begun."), "finish fini termin"),
            "there": Listed(_("I am there when I say I will be"), _("Reliable: keeps agreements and times.")),
            "practise": Listed(
                _("I practise until I can do it"), _("Practises until it works."), "practi train exerc entrain"
            ),
            "small-steps": Listed(
                _("I go in small steps"), _("Moves forward in small, steady steps."), "step etape pas"
            ),
            "get-up": Listed(
                _("I get up and go, also on grey mornings"), _("Turns up, day after day."), "morning matin leve"
            ),
            "rhythm": Listed(_("I keep a rhythm"), _("Keeps a steady routine."), "routine rythm rhythm"),
            "try-again": Listed(_("I try again"), _("Learns from what went wrong and tries again."), "tried try essay"),
            "decide": Listed(
                _("I decide for myself"), _("Makes decisions and stands by them."), "decid choos chose chois"
            ),
            "responsibility": Listed(
                _("I carry responsibility"), _("Takes responsibility and carries it through."), "responsib charge"
            ),
        },
    ),
    (
        _("With people"),
        {
            "listen": Listed(_("I listen"), _("Listens with attention, without judging."), "listen ecout"),
            "at-ease": Listed(_("People feel at ease with me"), _("Puts people at ease.")),
            "encourage": Listed(
                _("I encourage others"), _("Encourages others and notices what they do well."), "encourag"
            ),
            "explain": Listed(
                _("I explain so that it can be understood"),
                _("Explains things clearly and in plain words."),
                "expli expla",
            ),
            "together": Listed(
                _("I work well with others"), _("Works well in a team."), "team equipe together ensemble"
            ),
            "speak-up": Listed(
                _("I speak up"), _("Speaks up for others and for what matters."), "spoke speak told parl dit"
            ),
            "peace": Listed(
                _("I help when people disagree"),
                _("Helps people who disagree to find common ground."),
                "quarrel disput",
            ),
            "welcome": Listed(_("I welcome whoever is new"), _("Makes newcomers feel welcome."), "welcom accueil"),
            "confidence": Listed(_("What I am told stays with me"), _("Keeps confidences."), "secret confiden"),
            "between": Listed(
                _("I move between languages and worlds"),
                _("At home with people of different languages and backgrounds."),
                "languag langue translat tradui",
            ),
            "honest": Listed(_("I am honest"), _("Honest in dealings with others."), "honest truth verite"),
            "notice": Listed(
                _("I notice how somebody is"), _("Notices what people need, often before they say so."), "notic remarqu"
            ),
            "look-after": Listed(
                _("I look after somebody"),
                _("Experienced in looking after others."),
                "child enfant mother mere father pere son daughter fils fille grand",
            ),
        },
    ),
    (
        _("With hands and head"),
        {
            "repair": Listed(
                _("I repair things"), _("Repairs things and keeps them in good order."), "repair fix repar"
            ),
            "cook": Listed(
                _("I cook for others"), _("Cooks well, also for many."), "cook bak meal soup cuisin repas soupe"
            ),
            "grow": Listed(_("I make things grow"), _("Good with plants and growing things."), "garden plant jardin"),
            "animals": Listed(
                _("I am good with animals"), _("Good with animals."), "dog cat horse animal chien chat cheva"
            ),
            "build": Listed(
                _("I build and put together"), _("Builds and assembles with care."), "buil constru wood bois"
            ),
            "order": Listed(_("I bring order"), _("Brings order and keeps it."), "tidy clean list rang nettoy menage"),
            "small-things": Listed(_("I see small things"), _("Notices details that others miss."), "detail"),
            "numbers": Listed(
                _("I am good with numbers"),
                _("Works with numbers with ease and care."),
                "number count math chiffr compt",
            ),
            "write": Listed(_("I write well"), _("Writes clearly."), "writ wrote letter diary ecri lettre"),
            "computers": Listed(
                _("I find my way around with computers"),
                _("Learns new devices and programs readily."),
                "computer online ordinat ligne",
            ),
            "learn": Listed(
                _("I like to learn"),
                _("Learns willingly and keeps learning."),
                "learn stud school course appr etud ecole",
            ),
            "find-out": Listed(_("I find things out"), _("Finds answers to open questions."), "search read cherch lu"),
            "plan": Listed(_("I plan ahead"), _("Plans ahead and thinks of what may be needed."), "plan prepar"),
            "little-money": Listed(
                _("I manage with little money"), _("Manages a tight budget."), "money rent budget argent loyer"
            ),
            "body": Listed(
                _("I can work with my body"), _("Does physical work with stamina."), "carr walk lift march port"
            ),
            "careful": Listed(_("I work carefully"), _("Works carefully and safely."), "careful soign attention"),
        },
    ),
    (
        _("Making and ideas"),
        {
            "ideas": Listed(_("I have ideas"), _("Brings new ideas."), "idea idee"),
            "make": Listed(
                _("I draw, paint or make things"),
                _("Creative with colour, form and material."),
                "draw drew paint dessin pein",
            ),
            "music": Listed(
                _("I make music"), _("Makes music, alone and with others."), "music sing sang song guitar musi chant"
            ),
            "stories": Listed(
                _("I tell stories"), _("Tells stories that people remember."), "story stori histoire racont"
            ),
            "sew": Listed(_("I sew, knit or mend"), _("Sews, knits and mends."), "sew knit mend coud cous tricot"),
            "many-sides": Listed(_("I see more than one side"), _("Sees a question from more than one side.")),
            "make-do": Listed(_("I make something out of what is there"), _("Makes good use of what is at hand.")),
            "beautiful": Listed(_("I make a place beautiful"), _("Makes places pleasant to be in."), "beaut decor"),
            "questions": Listed(
                _("I ask good questions"), _("Asks the question that moves things forward."), "question"
            ),
            "better": Listed(
                _("I see how it could go better"), _("Sees how something could be done better, and says so kindly.")
            ),
            "begin": Listed(_("I begin things"), _("Gets new things started."), "began start commenc"),
        },
    ),
]

LISTED: dict[str, Listed] = {code: listed for _name, group in GROUPS for code, listed in group.items()}


def hints(texts: Iterable[str]) -> dict[str, str]:
    """The strengths to which words of somebody's own point, each with that word as it was written."""
    words = [word for text in texts for word in text.split()]
    found: dict[str, str] = {}
    for word in words:
        plain = spoken(word)
        for code, listed in LISTED.items():
            if code not in found and plain and plain.startswith(tuple(listed.begins.split()) or (" ",)):
                found[code] = word.strip(".,;:!?…()«»“”\"'’")
    return dict(list(found.items())[:MOST_HINTS])


def in_groups(first: dict[str, str], taken: Iterable[str] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """All of them as choices of a form: those that one's own words point to, with the word, and then the groups."""
    left_out = {*first, *taken}
    own = [
        (code, gettext("%(strength)s – you wrote “%(word)s”") % {"strength": LISTED[code].label, "word": word})
        for code, word in first.items()
        if code not in taken
    ]
    groups = [
        (str(name), [(code, str(listed.label)) for code, listed in group.items() if code not in left_out])
        for name, group in GROUPS
    ]
    return [(gettext("Words that you wrote point here"), own), *groups] if own else groups
