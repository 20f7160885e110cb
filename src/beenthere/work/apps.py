from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "beenthere.work"
    label = "work"
