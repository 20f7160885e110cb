from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "beenthere.training"
    label = "training"

    def ready(self) -> None:
        from beenthere.training import events, jobs  # noqa: F401  (listen, and register themselves)
