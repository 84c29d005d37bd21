"""Work of the search that nobody waits for."""

from celery import shared_task

from legislation.search import services


@shared_task
def rebuild_words() -> int:
    """Bring the words behind «did you mean» up to date with the record. Nightly."""
    return services.rebuild_words()
