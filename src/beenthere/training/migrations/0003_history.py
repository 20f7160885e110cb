"""What stood before there was a history is its first entry."""

from django.db import migrations

FACTS = (
    "name", "name_language", "provider", "province", "city", "delivery", "languages", "hours", "weeks", "cost",
    "prerequisites", "credential", "audience", "website", "notes", "standing",
)  # fmt: skip


def begin_their_history(apps, schema_editor):
    revision = apps.get_model("training", "Revision")
    for training in apps.get_model("training", "Training").objects.all():
        facts = {name: getattr(training, name) for name in FACTS}
        revision.objects.create(
            training=training,
            number=1,
            origin="project",
            source_url=training.source_url,
            source_date=training.source_date,
            facts=facts,
        )


class Migration(migrations.Migration):
    dependencies = [("training", "0002_proposals_and_revisions")]
    operations = [migrations.RunPython(begin_their_history, migrations.RunPython.noop)]
