from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "beenthere.matching"
    label = "matching"

    def ready(self) -> None:
        from beenthere.core.slots import fill
        from beenthere.core.things import register
        from beenthere.matching import events, jobs, known, met  # noqa: F401
        from beenthere.matching.reads import HAND_OVER, names_of_hand_overs

        register(HAND_OVER, names_of_hand_overs)
        fill("people.sharing", template="matching/slots/sharing.html")
