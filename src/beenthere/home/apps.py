from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "beenthere.home"
    label = "home"

    def ready(self) -> None:
        from beenthere.home import jobs  # noqa: F401 (its periodic jobs register themselves)
