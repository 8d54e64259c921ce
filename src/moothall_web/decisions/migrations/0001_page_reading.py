import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("facts", "0003_row_level_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PageReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("authority", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=2000)),
                ("read_on", models.DateField()),
                ("read_at", models.DateTimeField(auto_now_add=True)),
                ("content", models.JSONField()),
                ("choices", models.JSONField(default=dict)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="page_readings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="page_readings",
                        to="facts.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["-read_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "programme"), name="one_reading_of_a_page"
                    )
                ],
            },
        ),
    ]
