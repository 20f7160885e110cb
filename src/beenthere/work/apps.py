from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "beenthere.work"
    label = "work"

    def ready(self) -> None:
        from beenthere.work import jobs  # noqa: F401  (register themselves)
