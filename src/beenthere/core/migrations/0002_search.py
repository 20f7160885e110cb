"""The words of public things, and each database's own index of them.

SQLite keeps the index in a virtual table that triggers feed; PostgreSQL in two columns that it generates itself.
Who alters the table core_searchentry on SQLite must make the triggers again: Django rebuilds tables there.
"""

from django.apps.registry import Apps
from django.db import DEFAULT_DB_ALIAS, migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MAKE = {
    "sqlite": (
        """CREATE VIRTUAL TABLE core_search_index USING fts5(
            title, body, content='core_searchentry', content_rowid='id', tokenize='unicode61 remove_diacritics 0')""",
        """CREATE TRIGGER core_search_added AFTER INSERT ON core_searchentry BEGIN
            INSERT INTO core_search_index(rowid, title, body) VALUES (new.id, new.title, new.body); END""",
        """CREATE TRIGGER core_search_removed AFTER DELETE ON core_searchentry BEGIN
            INSERT INTO core_search_index(core_search_index, rowid, title, body)
            VALUES ('delete', old.id, old.title, old.body); END""",
        """CREATE TRIGGER core_search_changed AFTER UPDATE ON core_searchentry BEGIN
            INSERT INTO core_search_index(core_search_index, rowid, title, body)
            VALUES ('delete', old.id, old.title, old.body);
            INSERT INTO core_search_index(rowid, title, body) VALUES (new.id, new.title, new.body); END""",
    ),
    "postgresql": (
        """ALTER TABLE core_searchentry
            ADD COLUMN title_words tsvector GENERATED ALWAYS AS
                (array_to_tsvector(string_to_array(btrim(title), ' '))) STORED,
            ADD COLUMN words tsvector GENERATED ALWAYS AS
                (array_to_tsvector(string_to_array(btrim(title || ' ' || body), ' '))) STORED""",
        "CREATE INDEX core_search_words ON core_searchentry USING gin (words)",
    ),
}
UNMAKE = {
    "sqlite": (
        "DROP TRIGGER core_search_added",
        "DROP TRIGGER core_search_removed",
        "DROP TRIGGER core_search_changed",
        "DROP TABLE core_search_index",
    ),
    "postgresql": ("ALTER TABLE core_searchentry DROP COLUMN words, DROP COLUMN title_words",),
}


def make_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(MAKE, schema_editor)


def unmake_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(UNMAKE, schema_editor)


def run(statements: dict[str, tuple[str, ...]], schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.alias == DEFAULT_DB_ALIAS:  # the database of keys holds nothing to search
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=200)),
                ("title", models.TextField()),
                ("body", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key"), name="one_search_entry_per_thing"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("word", models.TextField()),
                ("shown", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "word"), name="one_search_word_per_kind"),
                ],
            },
        ),
        migrations.RunPython(make_index, unmake_index),
    ]
