import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def mocap() -> Path:
    """The folder of real motion capture, from $MOCAP or beside the checkout; where CI is set it must be there."""
    folder = Path(os.environ.get("MOCAP") or Path(__file__).parents[2] / "shared" / "mocap")
    if folder.is_dir():
        return folder
    if os.environ.get("CI"):
        pytest.fail(f"no real motion capture at {folder}; set MOCAP to its folder")
    pytest.skip(f"no real motion capture at {folder}; set MOCAP to its folder to run this test")
