from django.apps import AppConfig


class TalkConfig(AppConfig):
    name = "beenthere.talk"
    label = "talk"
