"""Writes what the record is and where its rows come from.

``agree`` and ``amend`` are the way in which observed rows reach the tables: they write what
differs and nothing else, so that observing the same thing twice changes nothing.
"""

from legislation.provenance.services.agreement import agree, amend
from legislation.provenance.services.nature import declare_nature
from legislation.provenance.services.sources import record_source

__all__ = ["agree", "amend", "declare_nature", "record_source"]
