"""A step of the public record may be corrected by an erratum, and says since when it is."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0024_terms_of_procedure")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="step",
            name="corrected_on",
            field=models.DateField(
                blank=True, help_text="The day of the last erratum that changed it.", null=True
            ),
        ),
    ]
