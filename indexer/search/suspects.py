"""The words of a question that may be missing or misspelt, as a person would name them."""

from collections.abc import Iterator
from dataclasses import replace

from indexer.models import Leaf, Name, Phrase, Prefix, Word
from indexer.search.leaves import leaves, texts
from indexer.search.parts import SearchParts
from indexer.search.understanding import Understood


def find_suspects(parts: SearchParts, understood: Understood) -> dict[str, Leaf]:
    """Each wanted word in normal form, and the leaf that asks for it.

    Single characters that stand side by side are one word: a misspelt word is none of the
    dictionary and falls apart, 科谱 -> 科, 谱.
    """
    wanted: dict[str, Leaf] = {}
    for leaf, is_wanted in leaves(understood.root):
        for text in texts(leaf) if is_wanted else ():
            wanted[text] = _anywhere(leaf, text)
    found: list[str] = []
    for typed in understood.typed:
        normal = parts.analyser.normal(typed)
        if normal in wanted:
            found.append(normal)
        else:
            found += _joined(normal, parts.analyser.required(typed))
    rest = (text for text in wanted if not any(text in one for one in found))
    return {word: wanted.get(word, Phrase(word)) for word in (*found, *rest)}


def _anywhere(leaf: Leaf, text: str) -> Leaf:
    """What a leaf asks for, in any field: a word that no title holds may be in the texts."""
    if isinstance(leaf, Word | Prefix | Name):
        return replace(leaf, field=None)
    return Phrase(text)


def pieces(parts: SearchParts, understood: Understood) -> tuple[str, ...]:
    """What was typed without blanks, in normal form, as far as nothing of the archive is it."""
    typed = map(parts.analyser.normal, (*understood.typed, *understood.valued))
    return tuple(
        piece
        for piece in dict.fromkeys(typed)
        if not parts.spelling.articles(piece) and not parts.names.bearers(piece)
    )


def _joined(normal: str, words: tuple[str, ...]) -> Iterator[str]:
    """The words of a normal text, neighbours of one character each joined."""
    run, end = "", -1
    for start, stop in _places(normal, words):
        single = stop - start == 1
        if run and not (single and start == end):
            yield run
            run = ""
        if single:
            run += normal[start]
        else:
            yield normal[start:stop]
        end = stop
    if run:
        yield run


def _places(normal: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    done = 0
    for word in words:
        at = normal.find(word, done)
        if at >= 0:
            done = at + len(word)
            yield at, done
