"""Pictures of every state of every page, wide and narrow, light and dark, to be looked at.

python -m tools.screenshots              all of them, into var/screenshots
python -m tools.screenshots search home  the states whose names begin like this
"""

import logging
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools import setup_browser
from tools.browsing import View, dress, open_state
from tools.sample_site import running_sites
from tools.states import STATES, Site, State

FOLDER = Path(__file__).resolve().parent.parent / "var" / "screenshots"
VIEWS = (View(1280, "light"), View(1280, "dark"), View(320, "light"), View(320, "dark"))


def main(names: list[str]) -> int:
    """Takes the pictures and says where they are; 1 where there is no browser."""
    if missing := setup_browser.missing():
        print(missing)
        return 1
    logging.disable(logging.ERROR)  # the broken site says at length that it is broken
    FOLDER.mkdir(parents=True, exist_ok=True)
    chosen = [state for state in STATES if state.name.startswith(tuple(names) or "")]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup_browser.find_chromium(), args=list(setup_browser.ARGUMENTS)
        )
        with running_sites(Path(folder)) as sites:
            for state in chosen:
                _shoot(browser, sites, state)
        browser.close()
    print(f"{len(chosen) * len(VIEWS)} 张 pictures: {FOLDER}")
    return 0


def _shoot(browser: Browser, sites: Mapping[Site, str], state: State) -> None:
    page = open_state(browser, sites, state, VIEWS[0])
    for view in VIEWS:
        dress(page, view)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{state.name}-{view.width}-{view.theme}.png", full_page=True)
    page.context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
