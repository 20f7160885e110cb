from typing import Any

from django.db import migrations


def lead_to_the_last(apps: Any, schema_editor: Any) -> None:
    """What became part of a record that became part of another leads to that one."""
    rows = apps.get_model("training", "Training").objects
    while chained := list(rows.filter(merged_into__merged_into__isnull=False).select_related("merged_into")[:500]):
        for row in chained:
            rows.filter(pk=row.pk).update(merged_into=row.merged_into.merged_into_id)


class Migration(migrations.Migration):
    dependencies = [("training", "0006_imports_and_duplicates")]
    operations = [migrations.RunPython(lead_to_the_last, migrations.RunPython.noop)]
