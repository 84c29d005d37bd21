"""What officials keep here is theirs, and what a file changes is in the ledger."""

import pytest

from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation.bills.models import Bill
from legislation.interchange.enums import LossKind
from legislation.interchange.models import ImportLoss
from legislation.interchange.readers import losses
from legislation.procedure.services import take_up
from tests.factories.accounts import actor_with
from tests.factories.interchange import Given, bill_xml, step
from tests.legislation.interchange.conftest import NOW, Import

pytestmark = pytest.mark.django_db

BILL = Given("90001-07.xml", bill_xml(steps=[step("03/03/2026")]))
LATER = Given("90001-07.xml", bill_xml(title="Otro título", steps=[step("04/03/2026")]))


def test_a_bill_kept_here_is_not_changed_by_a_file_and_the_account_says_so(run: Import):
    run(BILL)
    before = Bill.objects.get()
    take_up(number=before.number, actor=actor_with(Role.DRAFTING_OFFICIAL), at=NOW)
    run(LATER)
    after = Bill.objects.get()
    assert (after.title, after.steps.count()) == (before.title, 1)
    [loss] = ImportLoss.objects.filter(number=before.number, reason=losses.KEPT_HERE)
    assert loss.kind == LossKind.NOT_STORED


def test_a_file_that_changes_the_record_is_in_the_ledger_once(run: Import):
    run(BILL)
    run(BILL)
    [entry] = LedgerEntry.objects.filter(act="file.imported")
    assert (entry.object_kind, entry.actor_id) == ("import", None)
    assert '"name":"90001-07.xml"' in entry.payload
