"""Older rows are checked in a transaction of their own, which stops no writer."""

from typing import ClassVar

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0015_a_matter_may_be_finished")]

    operations: ClassVar = [ValidateConstraint("bill", "a_bill_status_is_known")]
