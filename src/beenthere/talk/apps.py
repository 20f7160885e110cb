from django.apps import AppConfig


class TalkConfig(AppConfig):
    name = "beenthere.talk"
    label = "talk"

    def ready(self) -> None:
        from beenthere.core import slots, things
        from beenthere.talk import events, jobs, known  # noqa: F401  (listen, and register themselves)
        from beenthere.talk.reads.concerns import LOOKED_AT, names_of_concerns

        slots.fill("people.other", template="talk/concern_link.html")
        things.register(LOOKED_AT, names_of_concerns)
