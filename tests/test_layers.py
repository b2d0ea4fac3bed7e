import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests import house_rules
from tests.house_rules import RULES, Rule, Source, read_house

ROOT = Path(__file__).resolve().parent.parent
HOUSE = read_house(ROOT)


def test_rooms_import_only_what_lies_below_them() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule: Rule) -> None:
    breaches = [breach for source in HOUSE for breach in rule(source)]
    assert not breaches, "\n".join(["", *breaches])


LONG_FUNCTION = "def long():\n" + "    x = 1\n" * house_rules.LONGEST_FUNCTION


@pytest.mark.parametrize(
    ("rule", "code", "where"),
    [
        pytest.param(
            house_rules.one_library_one_address,
            "import numpy.typing",
            "indexer/rooms.py:1: numpy is imported outside indexer/engines/embedded/",
            id="a submodule counts as its library",
        ),
        pytest.param(
            house_rules.one_library_one_address,
            "import re\nfrom click.testing import CliRunner",
            "indexer/rooms.py:2: click is imported outside indexer/cli/",
            id="from counts as import",
        ),
        pytest.param(
            house_rules.imports_stand_on_top,
            "def load():\n    if True:\n        import jieba",
            "indexer/rooms.py:3: jieba is imported inside load()",
            id="an import deep inside a function is found",
        ),
        pytest.param(
            house_rules.files_and_functions_are_short,
            "x = 1\n" * (house_rules.LONGEST_FILE + 1),
            "indexer/rooms.py:1: 301 lines",
            id="one line too many makes a file too long",
        ),
        pytest.param(
            house_rules.files_and_functions_are_short,
            LONG_FUNCTION,
            "indexer/rooms.py:1: long() has 51 lines",
            id="one line too many makes a function too long",
        ),
        pytest.param(
            house_rules.errors_are_caught_by_name,
            "try:\n    f()\nexcept:\n    log()",
            "indexer/rooms.py:3: everything is caught and kept",
            id="a bare except catches everything",
        ),
        pytest.param(
            house_rules.errors_are_caught_by_name,
            "try:\n    f()\nexcept (ValueError, Exception):\n    log()",
            "indexer/rooms.py:3: everything is caught and kept",
            id="Exception may hide in a tuple",
        ),
        pytest.param(
            house_rules.errors_are_not_swallowed,
            "for x in y:\n    try:\n        f()\n    except OSError:\n        continue",
            "indexer/rooms.py:4: the error is swallowed",
            id="continue swallows",
        ),
        pytest.param(
            house_rules.errors_are_not_swallowed,
            'try:\n    f()\nexcept OSError:\n    "never mind"\n    ...',
            "indexer/rooms.py:3: the error is swallowed",
            id="a remark does nothing either",
        ),
        pytest.param(
            house_rules.nothing_happens_at_import,
            'WORDS = open("words.txt").read().split()',
            "indexer/rooms.py:1: open() runs at import",
            id="a file is opened by a constant",
        ),
        pytest.param(
            house_rules.nothing_happens_at_import,
            "class Archive:\n    library = Library()",
            "indexer/rooms.py:2: Library() runs at import",
            id="a class body runs at import",
        ),
        pytest.param(
            house_rules.nothing_happens_at_import,
            "if True:\n    app = Flask(__name__)",
            "indexer/rooms.py:2: Flask() runs at import",
            id="an application below a condition",
        ),
    ],
)
def test_a_breach_is_named_with_its_line(rule: Rule, code: str, where: str) -> None:
    breaches = rule(_source(code))
    assert any(breach.startswith(where) for breach in breaches), breaches


@pytest.mark.parametrize(
    ("rule", "path", "code"),
    [
        pytest.param(
            house_rules.one_library_one_address,
            "indexer/engines/embedded/columns.py",
            "import numpy as np",
            id="a library at its address",
        ),
        pytest.param(
            house_rules.one_library_one_address,
            "webui/views.py",
            "from .whoosh import x",
            id="our own module of a library's name",
        ),
        pytest.param(
            house_rules.files_and_functions_are_short,
            "indexer/rooms.py",
            LONG_FUNCTION.removesuffix("    x = 1\n"),
            id="a function just short enough",
        ),
        pytest.param(
            house_rules.errors_are_caught_by_name,
            "indexer/rooms.py",
            "try:\n    f()\nexcept BaseException:\n    close()\n    raise",
            id="everything is caught and raised again",
        ),
        pytest.param(
            house_rules.errors_are_not_swallowed,
            "indexer/rooms.py",
            "try:\n    f()\nexcept OSError:\n    return None",
            id="an error becomes a value",
        ),
        pytest.param(
            house_rules.nothing_happens_at_import,
            "indexer/rooms.py",
            "A = re.compile('x')\nB = Filters()\n@click.command()\ndef f():\n    open('x')\n"
            "if __name__ == '__main__':\n    f()",
            id="patterns, our own values, functions, and a main program",
        ),
    ],
)
def test_what_is_right_is_no_breach(rule: Rule, path: str, code: str) -> None:
    assert rule(_source(code, path)) == []


def _source(code: str, path: str = "indexer/rooms.py") -> Source:
    return Source(path, code, ast.parse(code), frozenset({"Filters"}))
