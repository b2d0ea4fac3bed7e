"""What an analyser is built from."""

from collections.abc import Iterator

class CompositionError(Exception): ...

class Token:
    text: str
    original: str
    pos: int
    startchar: int
    endchar: int
    positions: bool
    chars: bool
    stopped: bool
    boost: float
    removestops: bool
    mode: str
    def __init__(
        self,
        positions: bool = False,
        chars: bool = False,
        removestops: bool = True,
        mode: str = "",
        **kwargs: object,
    ) -> None: ...
    def copy(self) -> Token: ...

# Whoosh leaves the call to the subclasses, with options that differ: each names its own.
class Composable:
    is_morph: bool
    def __or__(self, other: Composable) -> CompositeAnalyzer: ...
    def has_morph(self) -> bool: ...

class Tokenizer(Composable):
    def __eq__(self, other: object) -> bool: ...

class Filter(Composable):
    def __eq__(self, other: object) -> bool: ...
    def __ne__(self, other: object) -> bool: ...

class Analyzer(Composable):
    def __eq__(self, other: object) -> bool: ...
    def clean(self) -> None: ...

class CompositeAnalyzer(Analyzer):
    items: list[Composable]
    def __init__(self, *composables: Composable) -> None: ...
    def __call__(
        self, value: str, no_morph: bool = False, **kwargs: object
    ) -> Iterator[Token]: ...
    def __getitem__(self, item: int) -> Composable: ...
    def __len__(self) -> int: ...

class IDTokenizer(Tokenizer):
    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        mode: str = "",
        **kwargs: object,
    ) -> Iterator[Token]: ...
