"""What waits for the antivirus is asked about again, and files are read.

A version that is added has its file read by itself (``legislation.wiring``).
"""

from celery import shared_task

from legislation.documents import services


@shared_task(name="documents.scan_waiting")
def scan_waiting(**_newer_arguments: object) -> None:
    """Ask the antivirus about every file that it was silent about."""
    services.scan_waiting()


@shared_task(name="documents.extract_text")
def extract_text(*, sha256: str, **_newer_arguments: object) -> None:
    """Read one file again: for one that failed, once its reader is better."""
    services.read_file(sha256)
