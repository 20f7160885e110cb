from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "beenthere.directory"
    label = "directory"

    def ready(self) -> None:
        from beenthere.directory import jobs  # noqa: F401  (register themselves)
