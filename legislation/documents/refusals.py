"""Why a file is refused, in a sentence fit for whoever brought it."""

from django.utils.translation import gettext as _

from legislation.documents.intake.judging import judged
from legislation.documents.intake.receiving import Readable
from legislation.documents.intake.verdicts import Ground, Inspected, Unfit
from legislation.errors import RuleViolation


class RefusedFile(RuleViolation):
    """The file is not taken in. ``ground`` is the kind of reason, ``detail`` what was met."""

    def __init__(self, ground: Ground, detail: str = "") -> None:
        super().__init__(sentence(ground, detail))
        self.ground = ground
        self.detail = detail


def inspect(file: Readable, *, name: str, limit: int) -> Inspected:
    """What the file is, once its name, its bytes and a parser agree and nothing in it acts.

    The antivirus is not asked. Nothing is kept.

    :param name: as it was called where it comes from; never a path of ours
    :param limit: bytes; reading stops there
    :raises RefusedFile: with a sentence fit for whoever brought it
    """
    try:
        with judged(file, name=name, limit=limit) as (inspected, _content):
            return inspected
    except Unfit as unfit:
        raise RefusedFile(unfit.ground, unfit.detail) from unfit


def sentence(ground: Ground, detail: str = "") -> str:
    """Why, in the reader's language."""
    found = _sentences()[ground]
    return f"{found} ({detail})" if detail else found


def _sentences() -> dict[Ground, str]:
    return {
        Ground.EMPTY: _("The file is empty."),
        Ground.TOO_LARGE: _("The file is larger than what can be uploaded."),
        Ground.UNNAMED: _("The file needs a name that ends in .pdf, .docx or .txt."),
        Ground.UNKNOWN_KIND: _("Only PDF, Word (.docx) and plain text are accepted."),
        Ground.NOT_AS_NAMED: _("The file is of another kind than its name says."),
        Ground.TWO_KINDS: _("The file hides something else inside or after it."),
        Ground.BROKEN: _("The file is damaged or incomplete. Save it again and upload it."),
        Ground.ENCRYPTED: _("The file is protected by a password. Save it without one."),
        Ground.TOO_MANY_PAGES: _("The file has too many pages. Upload it in parts."),
        Ground.ACTIVE: _("The file would run something when it is opened. Save it as plain PDF."),
        Ground.CARRIES_FILES: _("The file carries other files inside. Upload them one by one."),
        Ground.REACHES_OUT: _("The file refers to other files or programs, not only to the web."),
        Ground.INFLATES: _("The file grows beyond reason when it is opened."),
        Ground.NOT_PLAIN: _("The text is not plain UTF-8, or has characters that cannot be seen."),
        Ground.TOO_HEAVY: _("The file takes too long or too much memory to be examined."),
        Ground.VIRUS: _("The antivirus found something in the file."),
    }
