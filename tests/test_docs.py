import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from indexer.cli import main
from indexer.config import TABLES, load_config
from indexer.errors import BulletinError

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CONFIG = ROOT / "config.toml"
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(part.startswith(".") or part == "var" for part in path.relative_to(ROOT).parts)
)
# Seconds for one command to end, or for `bulletin serve` to say where it serves.
PATIENCE = 60


def _commands(group: click.Group, name: str = "bulletin") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = [pytest.param(name, command, id=name) for name, command in _commands(main)]


def test_the_documents_are_there() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in DOCUMENTS}
    assert names >= {"README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_readme_names_every_command(name: str, command: click.Command) -> None:
    assert name in README.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_help_tells_what_a_command_and_each_of_its_parameters_do(
    name: str, command: click.Command
) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]} has no help"
        else:
            assert parameter.human_readable_name in command.help, "an argument is told in the help"


def test_exit_codes_are_documented() -> None:
    codes = {0} | {error.exit_code for error in _errors(BulletinError)}
    assert _codes(r"^\| *`?(\d+)`? *\|", _table(README, "退出码")) == codes
    assert _codes(r"(?<!\S)(\d)(?=  \S)", main.help or "") == codes


def test_config_toml_says_what_every_key_does() -> None:
    lines = CONFIG.read_text(encoding="utf-8").splitlines()
    table, explained, bare = "", set(), []
    for above, line in zip(["", *lines], lines, strict=False):
        if line.startswith("["):
            table = line.strip("[]")
        elif key := re.match(r"(\w+) *=", line):
            if above.startswith("#") or "  #" in line:
                explained.add((table, key[1]))
            # A key of a repeated block is told once, in the first block that has it.
            elif (table, key[1]) not in explained:
                bare.append(f"{CONFIG.name}: [{table}] {key[1]} has no comment")
    assert not bare, "\n".join(bare)


def test_config_toml_shows_every_setting_there_is_and_no_other() -> None:
    load_config(CONFIG)
    tables = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    # A table, or a list of blocks that together show every key: {"web": {"host", "port", ...}, ...}
    shown = {
        name: {key for row in (table if isinstance(table, list) else [table]) for key in row}
        for name, table in tables.items()
    }
    assert shown == {name: {item.name for item in fields(cls)} for name, cls in TABLES.items()}


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    _copy_archive(tmp_path)
    commands = _shell_lines(README, "bulletin ")
    assert commands, "the README shows how bulletin is used"
    failures = [failure for command in commands if (failure := _run(command, tmp_path))]
    assert not failures, "\n\n".join(failures)


def test_the_python_examples_of_the_readme_run(tmp_path: Path) -> None:
    _copy_archive(tmp_path)
    examples = _blocks(README, "python")
    assert examples, "the README shows how the library is used"
    for example in examples:
        command = [sys.executable, "-c", example]
        ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, f"{example}\n{ended.stderr}"


def test_the_readme_names_only_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(_shell_lines(README, "make "))))
    assert {"serve", "test"} <= named <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files(document: Path) -> None:
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", text)
    missing = [link for link in links if not (document.parent / link).exists()]
    assert not missing, f"{document.name} links to what is not there: {missing}"


def test_the_changelog_begins_with_what_is_not_released_yet() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("## "))
    assert re.search("未发布|unreleased", first, re.IGNORECASE), first


def _errors(error: type[BulletinError]) -> Iterator[type[BulletinError]]:
    yield error
    for kind in error.__subclasses__():
        yield from _errors(kind)


def _codes(pattern: str, text: str) -> set[int]:
    return {int(code) for code in re.findall(pattern, text, re.MULTILINE)}


def _table(document: Path, title: str) -> str:
    """The table whose first column has this title."""
    found = re.search(rf"^\| {title} .*\n(?:\|.*\n)+", document.read_text(encoding="utf-8"), re.M)
    assert found, f"{document.name} has no table with a column {title}"
    return found[0]


def _blocks(document: Path, language: str) -> list[str]:
    """The fenced blocks in one language."""
    text = document.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _shell_lines(document: Path, start: str) -> list[str]:
    """The commands in sh and console blocks that begin with a word, continued lines joined."""
    lines = []
    for language, prompt in (("sh", ""), ("console", "$ ")):
        for block in _blocks(document, language):
            for line in block.replace("\\\n", "").splitlines():
                if line.startswith(prompt + start):
                    lines.append(line.removeprefix(prompt))
    return lines


def _copy_archive(folder: Path) -> None:
    """An archive of its own: the corpus, and the settings with whatever port is free."""
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    settings = CONFIG.read_text(encoding="utf-8")
    settings = re.sub(r"^port = \d+$", "port = 0", settings, flags=re.MULTILINE)
    (folder / "config.toml").write_text(settings, encoding="utf-8")


def _run(command: str, folder: Path) -> str:
    """What went wrong with a command of the README; empty if it ended well, or serves pages."""
    programs = str(Path(sys.executable).parent)
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    serves = command.startswith("bulletin serve")
    shell_line = f"exec {command}" if serves else command  # the server, not its shell, is ended
    output = folder / "output.txt"
    with (
        output.open("wb") as file,
        subprocess.Popen(
            shell_line, shell=True, cwd=folder, env=environment, stdout=file, stderr=file
        ) as process,
    ):
        deadline = time.monotonic() + PATIENCE
        while (code := process.poll()) is None and time.monotonic() < deadline:
            if serves and "http://" in output.read_text(encoding="utf-8", errors="replace"):
                process.terminate()
                return ""
            time.sleep(0.05)
        process.kill()
    if code == 0 and not serves:
        return ""
    return f"{command}\nexit code {code}:\n{output.read_text(encoding='utf-8')}"
