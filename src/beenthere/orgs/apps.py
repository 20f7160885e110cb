from django.apps import AppConfig


class OrgsConfig(AppConfig):
    name = "beenthere.orgs"
    label = "orgs"

    def ready(self) -> None:
        from beenthere.orgs import jobs, known  # noqa: F401  (register themselves)
