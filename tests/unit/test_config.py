"""config.toml -> Config: every mistake is named with its line and a remedy."""

from pathlib import Path

import pytest

from indexer.config import load_config
from indexer.errors import ConfigError

case = pytest.param


def write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_empty_file_gives_the_defaults_beside_it(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, ""))
    assert (config.corpus, config.data) == (tmp_path / "corpus", tmp_path / "var")
    assert (config.web.host, config.web.port) == ("127.0.0.1", 8000)


def test_values_replace_the_defaults(tmp_path: Path) -> None:
    text = '[archive]\nname = "简报"\ncorpus = "../in"\n[reading]\npasswords = ["a", "b"]\n'
    config = load_config(write(tmp_path, text))
    assert config.archive.name == "简报"
    assert config.corpus == tmp_path.parent / "in"
    assert config.reading.passwords == ("a", "b")


def test_recognition_is_on_until_it_is_switched_off(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, "")).reading.ocr
    assert not load_config(write(tmp_path, "[reading]\nocr = false\n")).reading.ocr


def test_organisation_table_becomes_knowledge(tmp_path: Path) -> None:
    text = '[[organizations]]\nname = "中国科协"\naliases = ["中国科学技术协会"]\n'
    knowledge = load_config(write(tmp_path, text)).knowledge
    assert knowledge.preferred("中国科学技术协会") == "中国科协"
    assert knowledge.preferred("某会") == "某会"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        case("[web]\nhost = '127.0.0.1'\nprot = 1\n", 3, "prot", id="an unknown key"),
        case("[web]\nprot = 1\n", 2, "是不是 port", id="an unknown key close to a known one"),
        case("\n[wep]\n", 2, "wep", id="an unknown section"),
        case("[web]\nport = '80'\n", 2, "整数", id="a text for a number"),
        case("[web]\nport = 70000\n", 2, "65535", id="a number out of range"),
        case('[web]\ndefault_language = "fr"\n', 2, "zh、en", id="none of the words there are"),
        case("[search]\npage_size = true\n", 2, "整数", id="a truth value for a number"),
        case("[reading]\nocr = 'no'\n", 2, "true 或 false", id="a text for a truth value"),
        case("[reading]\nocr = 0\n", 2, "true 或 false", id="a number for a truth value"),
        case("[archive]\n\ncorpus = 3\n", 3, "文字", id="a number for a text"),
        case("[reading]\npasswords = 'x'\n", 2, "列表", id="a text for a list"),
        case("[[organizations]]\nname='a'\n[[organizations]]\nshort=[]\n", 3, "name", id="no name"),
        case("[[organizations]]\nname='a'\n\nalias=[]\n", 4, "aliases", id="an unknown column"),
        case("organizations = 3\n", 1, "一张表", id="no table at all"),
    ],
)
def test_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError, match=f"第 {line} 行") as caught:
        load_config(write(tmp_path, text))
    assert words in str(caught.value)


def test_broken_toml_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.toml.*line 2"):
        load_config(write(tmp_path, "[web]\nport =\n"))


def test_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--config"):
        load_config(tmp_path / "config.toml")
