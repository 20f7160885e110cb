from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "beenthere.consent"
    label = "consent"

    def ready(self) -> None:
        from beenthere.consent import events  # noqa: F401  (listens)
