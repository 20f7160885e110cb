from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "beenthere.matching"
    label = "matching"

    def ready(self) -> None:
        from beenthere.core.slots import fill
        from beenthere.matching import events, jobs, known, met  # noqa: F401

        fill("people.sharing", template="matching/slots/sharing.html")
