"""Records bills as they are observed elsewhere: history, not procedure.

No lifecycle, no permission and no notice: what happened is written down as its source
tells it, and observing the same again changes nothing.
"""

from legislation.bills.services.recording import (
    Recorded,
    RecordedBills,
    record_observed_bill,
    record_observed_bills,
)

__all__ = ["Recorded", "RecordedBills", "record_observed_bill", "record_observed_bills"]
