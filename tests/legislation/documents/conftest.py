from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture
def files(settings: Settings, tmp_path: Path) -> Path:
    """Where this test's files lie: an empty folder of its own."""
    settings.SENATE_FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"
