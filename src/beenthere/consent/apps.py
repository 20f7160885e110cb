from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "beenthere.consent"
    label = "consent"
