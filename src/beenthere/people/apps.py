from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "beenthere.people"
    label = "people"

    def ready(self) -> None:
        from beenthere.people import events, jobs, known  # noqa: F401  (listen, and register what happens later)
