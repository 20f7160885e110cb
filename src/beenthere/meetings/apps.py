from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "beenthere.meetings"
    label = "meetings"
