from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("training", "0007_merged_without_chains")]
    operations = [
        migrations.AlterField(
            model_name="training",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=models.deletion.CASCADE,
                related_name="merged",
                to="training.training",
            ),
        ),
        migrations.AddIndex(
            model_name="training",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)),
                fields=["merged_into"],
                name="trainings_that_were_merged",
            ),
        ),
    ]
