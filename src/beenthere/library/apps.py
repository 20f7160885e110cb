from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "beenthere.library"
    label = "library"

    def ready(self) -> None:
        from beenthere.core import slots
        from beenthere.library import events, jobs, known  # noqa: F401  (listen)

        # These pages know a subject and no person, and so do the cards on them.
        slots.fill("training.page.actions", template="library/slots/training.html")
        slots.fill("directory.organisation.actions", template="library/slots/organisation.html")
        slots.fill("directory.service.actions", template="library/slots/service.html")
        slots.fill("work.page.actions", template="library/slots/occupation.html")
        slots.fill("experience.lived.word", template="library/slots/word.html")
