from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "beenthere.directory"
    label = "directory"
