"""Words for strengths to choose from, each with a sentence as it may stand on a résumé. No test, no score, no ranking.

They were written for this site. They say what somebody does, and nothing about health.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Listed:
    """A strength as one says it of oneself, as a résumé says it, and the words that point to it in each language.

    A word that ends in a dash stands for all that begin so.
    """

    label: Promise
    sentence: Promise
    en: str = ""
    fr: str = ""


GROUPS: list[tuple[Promise, dict[str, Listed]]] = [
    (
        _("Getting through"),
        {
            "through": Listed(
                _("I get through hard times"),
                _("Stays steady when things are hard."),
                "survive- endure-",
                "survécu tenu endurer enduré",
            ),
            "one-day": Listed(
                _("I take one day at a time"),
                _("Breaks a large task into steps that fit into a day."),
                "day days",
                "jour jours",
            ),
            "ask": Listed(
                _("I ask for help when I need it"),
                _("Asks for help in good time."),
                "ask asked asking help helped",
                "demander demandé demande aide aidé aidée",
            ),
            "start-again": Listed(
                _("I can start again"), _("Starts again after a setback."), "restart- again", "recommenc- repart-"
            ),
            "calm": Listed(
                _("I stay calm when others do not"),
                _("Stays calm under pressure."),
                "calm calmly calmed breathe breathed breathing",
                "calme calmé calmée respirer respiré",
            ),
            "enough": Listed(
                _("I know what is enough for me"), _("Judges well how much can be done in the time there is.")
            ),
            "change": Listed(
                _("I can live with change"),
                _("Adapts to change and to new surroundings."),
                "change changed changes moved",
                "changement changements changé déménagé déménagement",
            ),
            "another-way": Listed(
                _("I find another way"),
                _("Finds another way when the first one is closed."),
                "instead detour",
                "autrement détour",
            ),
            "wait": Listed(
                _("I can wait"),
                _("Waits well, and lets things take the time they need."),
                "wait waited waiting",
                "attendre attendu attente",
            ),
            "laugh": Listed(
                _("I can laugh, even then"),
                _("Brings good humour to a hard day."),
                "laugh laughed laughing joke jokes joked",
                "rire ri blague blagues",
            ),
        },
    ),
    (
        _("Keeping going"),
        {
            "keep-going": Listed(
                _("I keep going"),
                _("Keeps at a task until it is done."),
                "kept continued persever-",
                "continué continuer persévér-",
            ),
            "finish": Listed(
                _("I finish what I begin"),
                _("Finishes what was begun."),
                "finish finished",
                "fini terminé finir terminer",
            ),
            "there": Listed(
                _("I am there when I say I will be"),
                _("Reliable: keeps agreements and times."),
                "promised appointment",
                "promis rendez-vous",
            ),
            "practise": Listed(
                _("I practise until I can do it"),
                _("Practises until it works."),
                "practis- practic- trained",
                "exercé exercée entraîn- pratiqué",
            ),
            "small-steps": Listed(
                _("I go in small steps"), _("Moves forward in small, steady steps."), "step steps", "étape étapes"
            ),
            "get-up": Listed(
                _("I get up and go, also on grey mornings"),
                _("Turns up, day after day."),
                "morning mornings",
                "matin matins levé levée lever",
            ),
            "rhythm": Listed(
                _("I keep a rhythm"), _("Keeps a steady routine."), "routine routines rhythm", "routine routines rythme"
            ),
            "try-again": Listed(
                _("I try again"),
                _("Learns from what went wrong and tries again."),
                "try tried trying",
                "essayé essayer essais",
            ),
            "decide": Listed(
                _("I decide for myself"),
                _("Makes decisions and stands by them."),
                "decide decided decision chose choose",
                "décidé décider décision choisi choisir",
            ),
            "responsibility": Listed(
                _("I carry responsibility"),
                _("Takes responsibility and carries it through."),
                "responsib-",
                "responsab-",
            ),
        },
    ),
    (
        _("With people"),
        {
            "listen": Listed(
                _("I listen"),
                _("Listens with attention, without judging."),
                "listen listened listening",
                "écouté écouter écoute",
            ),
            "at-ease": Listed(_("People feel at ease with me"), _("Puts people at ease.")),
            "encourage": Listed(
                _("I encourage others"),
                _("Encourages others and notices what they do well."),
                "encourag- cheered",
                "encourag-",
            ),
            "explain": Listed(
                _("I explain so that it can be understood"),
                _("Explains things clearly and in plain words."),
                "explain explained explaining taught",
                "expliqué expliquer enseigné",
            ),
            "together": Listed(
                _("I work well with others"), _("Works well in a team."), "team together", "équipe ensemble"
            ),
            "speak-up": Listed(
                _("I speak up"),
                _("Speaks up for others and for what matters."),
                "spoke speak said told",
                "parlé parler dit",
            ),
            "peace": Listed(
                _("I help when people disagree"),
                _("Helps people who disagree to find common ground."),
                "quarrel- argued argument",
                "dispute disputes chicane",
            ),
            "welcome": Listed(
                _("I welcome whoever is new"),
                _("Makes newcomers feel welcome."),
                "welcome welcomed",
                "accueilli accueillir accueil",
            ),
            "confidence": Listed(
                _("What I am told stays with me"),
                _("Keeps confidences."),
                "secret secrets",
                "secret secrets confié confiée",
            ),
            "between": Listed(
                _("I move between languages and worlds"),
                _("At home with people of different languages and backgrounds."),
                "language languages translat-",
                "langue langues tradui-",
            ),
            "honest": Listed(
                _("I am honest"),
                _("Honest in dealings with others."),
                "honest honestly truth",
                "honnête vérité franch-",
            ),
            "notice": Listed(
                _("I notice how somebody is"),
                _("Notices what people need, often before they say so."),
                "notice noticed",
                "remarqué remarquer",
            ),
            "look-after": Listed(
                _("I look after somebody"),
                _("Experienced in looking after others."),
                "child children mother father daughter son baby grandmother grandfather kids",
                "enfant enfants mère père fille bébé grand-mère grand-père",
            ),
        },
    ),
    (
        _("With hands and head"),
        {
            "repair": Listed(
                _("I repair things"),
                _("Repairs things and keeps them in good order."),
                "repair repaired fix fixed",
                "réparé réparer",
            ),
            "cook": Listed(
                _("I cook for others"),
                _("Cooks well, also for many."),
                "cook- bake baked baking meal meals soup bread",
                "cuisin- repas soupe pain gâteau",
            ),
            "grow": Listed(
                _("I make things grow"),
                _("Good with plants and growing things."),
                "garden- plants tomatoes",
                "jardin- plantes tomates semé",
            ),
            "animals": Listed(
                _("I am good with animals"),
                _("Good with animals."),
                "dog dogs cat cats horse horses animal animals",
                "chien chiens chienne chat chats cheval chevaux animaux animal",
            ),
            "build": Listed(
                _("I build and put together"),
                _("Builds and assembles with care."),
                "build built wood",
                "construit construire bois bâti",
            ),
            "order": Listed(
                _("I bring order"),
                _("Brings order and keeps it."),
                "tidied tidy cleaned clean sorted",
                "rangé ranger ménage nettoyé trié",
            ),
            "small-things": Listed(
                _("I see small things"), _("Notices details that others miss."), "detail details", "détail détails"
            ),
            "numbers": Listed(
                _("I am good with numbers"),
                _("Works with numbers with ease and care."),
                "number numbers math maths accounts",
                "chiffres calcul comptes comptabilité",
            ),
            "write": Listed(
                _("I write well"),
                _("Writes clearly."),
                "write wrote writing letter diary",
                "écrit écrire lettre journal",
            ),
            "computers": Listed(
                _("I find my way around with computers"),
                _("Learns new devices and programs readily."),
                "computer computers online software",
                "ordinateur ordinateurs logiciel",
            ),
            "learn": Listed(
                _("I like to learn"),
                _("Learns willingly and keeps learning."),
                "learn learned learnt learning school course exam studied",
                "appris apprendre école cours examen étudié",
            ),
            "find-out": Listed(
                _("I find things out"),
                _("Finds answers to open questions."),
                "searched found read library",
                "cherché trouvé lu bibliothèque",
            ),
            "plan": Listed(
                _("I plan ahead"),
                _("Plans ahead and thinks of what may be needed."),
                "plan planned planning prepared",
                "planifié planifier préparé prévu",
            ),
            "little-money": Listed(
                _("I manage with little money"),
                _("Manages a tight budget."),
                "money rent budget",
                "argent loyer budget",
            ),
            "body": Listed(
                _("I can work with my body"),
                _("Does physical work with stamina."),
                "carried lifted walked",
                "porté transporté marché soulevé",
            ),
            "careful": Listed(
                _("I work carefully"),
                _("Works carefully and safely."),
                "careful carefully",
                "soin prudent prudente prudemment",
            ),
        },
    ),
    (
        _("Making and ideas"),
        {
            "ideas": Listed(_("I have ideas"), _("Brings new ideas."), "idea ideas", "idée idées"),
            "make": Listed(
                _("I draw, paint or make things"),
                _("Creative with colour, form and material."),
                "draw drew drawing paint painted painting",
                "dessin dessiné dessiner peint peinture",
            ),
            "music": Listed(
                _("I make music"),
                _("Makes music, alone and with others."),
                "music sing sang singing song songs guitar piano",
                "musique chanté chanter chanson chansons guitare piano",
            ),
            "stories": Listed(
                _("I tell stories"),
                _("Tells stories that people remember."),
                "story stories",
                "histoire histoires raconté raconter",
            ),
            "sew": Listed(
                _("I sew, knit or mend"),
                _("Sews, knits and mends."),
                "sew sewed sewing knit knitted knitting",
                "cousu coudre couture tricot tricoté tricoter",
            ),
            "many-sides": Listed(_("I see more than one side"), _("Sees a question from more than one side.")),
            "make-do": Listed(_("I make something out of what is there"), _("Makes good use of what is at hand.")),
            "beautiful": Listed(
                _("I make a place beautiful"),
                _("Makes places pleasant to be in."),
                "beautiful decorat-",
                "beau belle décor-",
            ),
            "questions": Listed(
                _("I ask good questions"),
                _("Asks the question that moves things forward."),
                "question questions",
                "question questions",
            ),
            "better": Listed(
                _("I see how it could go better"), _("Sees how something could be done better, and says so kindly.")
            ),
            "begin": Listed(
                _("I begin things"), _("Gets new things started."), "began begin started", "commencé lancé démarré"
            ),
        },
    ),
]
