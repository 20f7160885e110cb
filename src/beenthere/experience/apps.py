from django.apps import AppConfig


class ExperienceConfig(AppConfig):
    name = "beenthere.experience"
    label = "experience"

    def ready(self) -> None:
        from beenthere.core import things
        from beenthere.experience import events, known, met, reads, strengths  # noqa: F401  (tell and listen)
        from beenthere.experience.models import SHARED_MIRROR

        things.register(reads.WHAT, reads.names_of_abouts)
        things.register(SHARED_MIRROR, strengths.names_of_mirrors)
