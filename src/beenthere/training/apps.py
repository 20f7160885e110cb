from django.apps import AppConfig

from beenthere.core import slots


class TrainingConfig(AppConfig):
    name = "beenthere.training"
    label = "training"

    def ready(self) -> None:
        from beenthere.training import events, jobs  # noqa: F401  (listen, and register themselves)

        slots.fill("work.page.leads", template="training/slots/leads.html")
