"""What the people of the demo are called and say. All of them are made up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Road:
    """One path of a plan with its steps, as somebody would put it."""

    kind: str
    aim: str
    steps: tuple[str, ...]
    hours: int
    money: int
    noc: str = ""


NAMES_EN = (
    "Alex", "Bea", "Callum", "Dee", "Ellis", "Fern", "Gord", "Hana", "Imran", "Jude", "Kit", "Leona", "Maz", "Nell",
    "Otis", "Priya", "Quinn", "Rosa", "Sam", "Tess", "Uma", "Vic", "Wendy", "Xena", "Yusuf", "Zoe", "Ash", "Bram",
    "Cleo", "Dov", "Esi", "Finn", "Gwen", "Hugh", "Ines", "Jo", "Kofi", "Lark", "Mika", "Noor", "Owen", "Pat",
    "Robin", "Shay", "Toby", "Winnie", "Ada", "Bo", "Cy", "Dot", "Eve", "Gus", "Ivy", "Jan", "Lou", "Max", "Nat",
    "Ray", "Sky", "Val",
)  # fmt: skip
NAMES_FR = (
    "Adèle", "Bastien", "Colette", "Damien", "Élise", "Fabrice", "Gaëlle", "Henri", "Isaure", "Jérôme", "Katia",
    "Lucie", "Maëlle", "Noémie", "Odile", "Pascal", "Régine", "Solange", "Thierry", "Ursule", "Viviane", "Yannick",
    "Zénaïde", "Anouk", "Blaise", "Corinne", "Désiré", "Estelle", "Firmin", "Ginette", "Hugo", "Ida", "Joël", "Lise",
    "Mireille", "Nadège", "Olivier", "Perrine", "Rémi", "Sylvain",
)  # fmt: skip

DREAMS = {
    "en": (
        "A small flat of my own, and work that lets me sleep at night.",
        "To be the person I needed when I was nineteen.",
        "To finish what I started at the college before everything stopped.",
        "Bread. I want to bake bread for a street that knows my name.",
        "To work outside, with my hands, and come home tired in a good way.",
        "Enough hours to pay for the dog, and enough calm to walk her.",
        "I would like to be asked what I think, at work, and paid for it.",
        "To try things until one of them fits.",
    ),
    "fr": (
        "Un petit logement à moi et un travail qui me laisse dormir la nuit.",
        "Être la personne dont j’avais besoin à dix-neuf ans.",
        "Finir ce que j’avais commencé au cégep avant que tout s’arrête.",
        "Faire du pain pour une rue où on connaît mon prénom.",
        "Travailler dehors, avec mes mains, et rentrer fatiguée pour les bonnes raisons.",
        "Assez d’heures pour payer le loyer, assez de calme pour en profiter.",
        "Qu’on me demande mon avis au travail, et qu’on me paie pour ça.",
        "Essayer des choses jusqu’à ce que l’une d’elles me ressemble.",
    ),
}

ROADS = {
    "en": (
        Road(
            "job",
            "A few café shifts a week",
            ("Ask at the corner café", "Find out how pay changes my support"),
            12,
            780,
            "65200",
        ),
        Road(
            "learning",
            "Health-care aide course",
            ("Go to the information evening", "Ask about the bursary"),
            9,
            -120,
            "33102",
        ),
        Road("self_employment", "Mending and sewing at home", ("Write down what I charge", "Show three pieces"), 4, 90),
        Road("own", "Mornings for myself", ("Walk before breakfast",), 4, 0),
        Road("job", "Warehouse work, evenings", ("Renew my safety boots", "Send the form"), 16, 1100, "75101"),
        Road("learning", "Finish high school", ("Get my old marks sent", "Book the placement test"), 6, 0),
        Road("job", "Library page", ("Ask what the first day is like",), 8, 520, "14300"),
        Road("self_employment", "Yard work in summer", ("Borrow a mower", "Put up a note at the store"), 10, 400),
    ),
    "fr": (
        Road(
            "job",
            "Quelques quarts au café",
            ("Passer au café du coin", "Savoir ce que la paie change à mon aide"),
            12,
            780,
            "65200",
        ),
        Road(
            "learning",
            "Formation de préposée aux bénéficiaires",
            ("Aller à la soirée d’information", "Demander une bourse"),
            9,
            -120,
            "33102",
        ),
        Road("self_employment", "Couture et retouches à la maison", ("Écrire mes prix", "Montrer trois pièces"), 4, 90),
        Road("own", "Des matins pour moi", ("Marcher avant le déjeuner",), 4, 0),
        Road(
            "job", "Travail d’entrepôt, le soir", ("Renouveler mes bottes", "Envoyer le formulaire"), 16, 1100, "75101"
        ),
        Road("learning", "Finir mon secondaire", ("Faire venir mes notes", "Réserver le test de classement"), 6, 0),
        Road("job", "Commis à la bibliothèque", ("Demander comment se passe la première journée",), 8, 520, "14300"),
        Road(
            "self_employment",
            "Entretien de terrains l’été",
            ("Emprunter une tondeuse", "Mettre une affiche au dépanneur"),
            10,
            400,
        ),
    ),
}

SUPPORTS = {
    "en": ("My sister, on Sundays", "Noise-cancelling headphones", "The bus pass", "A quiet hour before every shift"),
    "fr": (
        "Ma sœur, le dimanche",
        "Des écouteurs antibruit",
        "La passe d’autobus",
        "Une heure calme avant chaque quart",
    ),
}

WISHES = {
    "en": (
        "Somebody who will not hurry me. I have been away from work for a long time.",
        "I would like to talk about going back to school, by phone if possible.",
        "I do not know yet what I want. I would like company while I find out.",
        "Someone who knows what it is to live on support and try to work.",
    ),
    "fr": (
        "Quelqu’un qui ne me presse pas. Je n’ai pas travaillé depuis longtemps.",
        "J’aimerais parler d’un retour aux études, par téléphone si possible.",
        "Je ne sais pas encore ce que je veux. J’aimerais de la compagnie pour le découvrir.",
        "Quelqu’un qui sait ce que c’est de vivre de l’aide sociale et d’essayer de travailler.",
    ),
}

ABOUT = {
    "en": (
        "I was off work for three years. What helped was starting small.",
        "I drive a school bus now. I like the early quiet.",
        "I trained late, at forty, and I still count on my notes.",
        "Ask me about part-time. Ask me about saying no.",
    ),
    "fr": (
        "J’ai été absent du travail trois ans. Commencer petit m’a aidé.",
        "Je conduis un autobus scolaire. J’aime le calme du petit matin.",
        "Je me suis formée tard, à quarante ans, et je compte encore sur mes notes.",
        "Parlez-moi du temps partiel. Parlez-moi de dire non.",
    ),
}

LETTERS = {
    "en": ("Hello, and thank you for asking me. How is this week?", "Hi. It is easier in the evening for me."),
    "fr": ("Bonjour, et merci de m’avoir choisi. Comment va votre semaine?", "Bonjour. Le soir me va mieux."),
}

QUESTIONS = {
    "en": "Thank you for asking me. What would a good week look like for you?",
    "fr": "Merci de me le demander. À quoi ressemblerait une bonne semaine pour vous?",
}
