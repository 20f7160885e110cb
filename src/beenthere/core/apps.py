from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "beenthere.core"
    label = "core"

    def ready(self) -> None:
        from beenthere.core import privacy  # noqa: F401  (registers the check of every field)
