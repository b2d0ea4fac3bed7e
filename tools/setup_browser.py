"""A Chromium and a Chinese font for the browser tests, and tesseract for those of scans.

They are found, or installed, or it is said why there is none.

find_chromium and missing only look; set_up may install, by Debian's packages where it is allowed
to, and otherwise by Playwright's own installer, which needs no rights but brings no font.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = (
    "chromium",
    "fonts-noto-cjk",
    "fontconfig",
    "tesseract-ocr",
    "tesseract-ocr-chi-sim",
)
# How it is started: without a window, and without asking anybody for anything.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONGEST_INSTALLATION = 900  # seconds; a package manager may wait for another one's lock


def find_chromium() -> Path | None:
    """The Chromium to drive: one of the system's, else Playwright's own, else None."""
    for program in PROGRAMS:
        if found := shutil.which(program):
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def has_chinese_font() -> bool:
    """Whether Chinese is drawn as characters, not as boxes; only Linux comes without a font."""
    if not sys.platform.startswith("linux"):
        return True
    lister = shutil.which("fc-list")
    return bool(lister and _output([lister, ":lang=zh", "family"]))


def missing() -> str:
    """What the browser tests still need, with the remedy; empty when they can run."""
    wanted = []
    if find_chromium() is None:
        wanted.append("没有 Chromium no Chromium (apt-get install chromium)")
    if not has_chinese_font():
        wanted.append("没有中文字体 no Chinese font (apt-get install fonts-noto-cjk fontconfig)")
    return "; ".join(wanted)


def set_up() -> str:
    """Installs what is missing, as far as it may; what is still missing then, as in missing()."""
    wanting = missing() or not shutil.which("tesseract")
    if wanting and (root := _root_prefix()) is not None:
        _run([*root, "apt-get", "update"])
        _run([*root, "apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES])
    if find_chromium() is None:
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return missing()


def _root_prefix() -> list[str] | None:
    """What to put before apt-get so that it may install; None where it may not or is not there."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and _run([sudo, "-n", "true"]) else None


def _run(command: list[str]) -> bool:
    """Whether a command, shown as it starts, came to a good end in time."""
    print("$", *command, flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        ended = subprocess.run(command, env=quiet, timeout=LONGEST_INSTALLATION, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, flush=True)
        return False
    return ended.returncode == 0


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
