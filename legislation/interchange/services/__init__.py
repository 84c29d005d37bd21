"""Imports: reads foreign files into the record and keeps the account of every run.

Composes the ``record_observed_…`` services of the subjects, one transaction for each file.
"""

from legislation.interchange.services.importing import Report, import_inputs
from legislation.interchange.services.runs import ImportUnderway

__all__ = ["ImportUnderway", "Report", "import_inputs"]
