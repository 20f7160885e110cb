from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "beenthere.matching"
    label = "matching"

    def ready(self) -> None:
        from beenthere.matching import happenings, jobs  # noqa: F401
