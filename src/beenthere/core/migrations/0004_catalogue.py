"""Sets of entries by what they have, and each entry's place in a list.

No table with triggers is made anew: SQLite adds columns that may be empty to the table that is there.
"""

import uuid

from django.apps.registry import Apps
from django.db import DEFAULT_DB_ALIAS, migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def index_titles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run("CREATE INDEX core_search_title_words ON core_searchentry USING gin (title_words)", schema_editor)


def forget_titles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run("DROP INDEX core_search_title_words", schema_editor)


def run(statement: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    here = schema_editor.connection
    if here.alias == DEFAULT_DB_ALIAS and here.vendor == "postgresql":  # SQLite's index knows the title apart
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0003_turns'),
    ]

    operations = [
        migrations.CreateModel(
            name='Catalogue',
            fields=[
                ('kind', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('epoch', models.UUIDField(default=uuid.uuid4)),
                ('version', models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='FacetBits',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('facet', models.CharField(max_length=40)),
                ('value', models.CharField(max_length=120)),
                ('shard', models.PositiveIntegerField()),
                ('version', models.PositiveBigIntegerField()),
                ('bits', models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name='searchentry',
            name='order_en',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='searchentry',
            name='order_fr',
            field=models.BinaryField(null=True),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=models.Index(fields=['kind', 'order_en', 'id'], name='search_entries_in_order_en'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=models.Index(fields=['kind', 'order_fr', 'id'], name='search_entries_in_order_fr'),
        ),
        migrations.AddIndex(
            model_name='facetbits',
            index=models.Index(fields=['kind', 'version'], name='facet_sets_that_changed'),
        ),
        migrations.AddConstraint(
            model_name='facetbits',
            constraint=models.UniqueConstraint(fields=('kind', 'facet', 'value', 'shard'), name='one_facet_set_per_shard'),
        ),
        migrations.RunPython(index_titles, forget_titles),
    ]
