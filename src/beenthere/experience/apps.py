from django.apps import AppConfig


class ExperienceConfig(AppConfig):
    name = "beenthere.experience"
    label = "experience"

    def ready(self) -> None:
        from beenthere.core import things
        from beenthere.experience import known, reads  # noqa: F401  (tells by itself)

        things.register(reads.WHAT, reads.names_of_abouts)
