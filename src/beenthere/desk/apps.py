from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "beenthere.desk"
    label = "desk"
