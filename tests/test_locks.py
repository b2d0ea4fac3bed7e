import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house_rules import imports, read_house

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
PRODUCT = ("indexer", "webui")
GROUPS = PROJECT["dependency-groups"]


def _pins(lock: str) -> dict[str, str]:
    """The version each package is pinned to; a package pinned twice is an error."""
    text = (ROOT / "locks" / lock).read_text(encoding="utf-8")
    pins: dict[str, str] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE):
        assert name not in pins, f"{lock} pins {name} twice: checks would differ between Pythons"
        pins[name] = version
    return pins


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        pytest.param("build.txt", GROUPS["build"], id="what builds"),
        pytest.param("runtime.txt", RUNTIME, id="what runs"),
        pytest.param("bench.txt", GROUPS["bench"], id="what it is measured against"),
        pytest.param("dev.txt", RUNTIME + GROUPS["dev"] + GROUPS["corpus"], id="what checks"),
    ],
)
def test_a_lock_pins_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    pins = _pins(lock)
    for requirement in map(Requirement, wanted):
        pin = pins.get(canonicalize_name(requirement.name))
        assert pin, f"{lock} lacks {requirement}; run make lock"
        assert pin in requirement.specifier, f"{lock} pins {pin}, not {requirement}; run make lock"


def test_checks_run_with_the_versions_the_product_runs_with() -> None:
    assert _pins("runtime.txt").items() <= _pins("dev.txt").items()


def test_what_the_product_imports_is_installed_with_it() -> None:
    pins = _pins("runtime.txt")
    owners = packages_distributions()
    product = [source for source in read_house(ROOT) if source.path.startswith(PRODUCT)]
    missing = [
        source.breach(line, f"{name} is not in locks/runtime.txt", "see CONTRIBUTING.md, 依赖")
        for source in product
        for line, name in imports(ast.walk(source.tree))
        if name not in PRODUCT and name not in sys.stdlib_module_names
        if not pins.keys() & map(canonicalize_name, owners.get(name, []))
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("lock", ["build.txt", "runtime.txt", "dev.txt"])
def test_a_lock_names_no_address_and_every_package_has_hashes(lock: str) -> None:
    text = (ROOT / "locks" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.split(r"\n(?=\w)", text.strip())
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", package) for package in packages)
