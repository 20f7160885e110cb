from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "beenthere.meetings"
    label = "meetings"

    def ready(self) -> None:
        from beenthere.meetings import jobs as jobs
