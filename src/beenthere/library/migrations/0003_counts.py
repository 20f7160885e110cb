from django.db import migrations, models


class Migration(migrations.Migration):
    """What was said of cards is counted from people's own sealed rows: those of the count told by their place whose
    they were."""

    dependencies = [("library", "0002_media")]

    operations = [
        migrations.DeleteModel(name="Said"),
        migrations.AddField(model_name="card", name="counted", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="card", name="counted_on", field=models.DateField(null=True)),
    ]
