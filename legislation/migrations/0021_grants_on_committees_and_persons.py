"""Somebody may be the secretary of a committee, or the adviser of a senator."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0020_deliveries")]

    operations: ClassVar = [
        migrations.AlterModelOptions(
            name="committee",
            options={"permissions": [("serve_committee", "Is the secretary of this committee")]},
        ),
        migrations.AlterModelOptions(
            name="person",
            options={"permissions": [("advise_senator", "Works for this senator")]},
        ),
    ]
