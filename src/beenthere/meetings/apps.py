from django.apps import AppConfig

from beenthere.core.slots import fill


class MeetingsConfig(AppConfig):
    name = "beenthere.meetings"
    label = "meetings"

    def ready(self) -> None:
        from beenthere.meetings import events as events
        from beenthere.meetings import met as met

        fill("talk.thread.top", template="meetings/link_in_talk.html")
