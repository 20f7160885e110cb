from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "beenthere.core"
    label = "core"
