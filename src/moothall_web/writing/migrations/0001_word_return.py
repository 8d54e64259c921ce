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
            name="WordReturn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("proposal", models.CharField(max_length=200)),
                ("authority", models.CharField(max_length=100)),
                ("layout", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=300)),
                ("read_on", models.DateField()),
                ("read_at", models.DateTimeField(auto_now_add=True)),
                ("content", models.BinaryField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="word_returns",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="word_returns",
                        to="facts.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["-read_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "programme"), name="one_return_from_word"
                    )
                ],
            },
        ),
    ]
