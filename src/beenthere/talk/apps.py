from django.apps import AppConfig


class TalkConfig(AppConfig):
    name = "beenthere.talk"
    label = "talk"

    def ready(self) -> None:
        from beenthere.talk import events  # noqa: F401  (listens)
