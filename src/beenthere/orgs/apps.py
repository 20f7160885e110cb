from django.apps import AppConfig


class OrgsConfig(AppConfig):
    name = "beenthere.orgs"
    label = "orgs"
