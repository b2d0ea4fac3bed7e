"""Field types and the schema."""

from collections.abc import Iterable, Iterator, Sequence

from whoosh.analysis import Composable, Token
from whoosh.columns import Column
from whoosh.formats import Format

class FieldConfigurationError(Exception): ...
class UnknownFieldError(Exception): ...

class FieldType:
    analyzer: Composable | None
    format: Format | None
    vector: Format | None
    scorable: bool
    stored: bool
    unique: bool
    indexed: bool
    column_type: Column | None
    multitoken_query: str
    sortable_typecode: str | None
    def __init__(
        self,
        format: Format | None,
        analyzer: Composable | None,
        scorable: bool = False,
        stored: bool = False,
        unique: bool = False,
        multitoken_query: str = "default",
        sortable: bool | Column = False,
        vector: bool | Format | None = None,
    ) -> None: ...
    def index(
        self, value: str | Sequence[str], **kwargs: object
    ) -> Iterable[tuple[bytes, int, float, bytes]]: ...
    def tokenize(self, value: str, **kwargs: object) -> Iterator[Token]: ...
    def process_text(self, qstring: str, mode: str = "", **kwargs: object) -> Iterable[str]: ...
    def to_bytes(self, value: str | bytes) -> bytes: ...
    def from_bytes(self, bs: bytes) -> str: ...
    def set_sortable(self, sortable: bool | Column) -> None: ...
    def clean(self) -> None: ...

class ID(FieldType):
    def __init__(
        self,
        stored: bool = False,
        unique: bool = False,
        field_boost: float = 1.0,
        sortable: bool | Column = False,
        analyzer: Composable | None = None,
    ) -> None: ...

class STORED(FieldType):
    def __init__(self) -> None: ...

class COLUMN(FieldType):
    def __init__(self, columnobj: Column | None = None) -> None: ...

class KEYWORD(FieldType):
    def __init__(
        self,
        stored: bool = False,
        lowercase: bool = False,
        commas: bool = False,
        scorable: bool = False,
        unique: bool = False,
        field_boost: float = 1.0,
        sortable: bool | Column = False,
        vector: bool | Format | None = None,
        analyzer: Composable | None = None,
    ) -> None: ...

class TEXT(FieldType):
    def __init__(
        self,
        analyzer: Composable | None = None,
        phrase: bool = True,
        chars: bool = False,
        stored: bool = False,
        field_boost: float = 1.0,
        multitoken_query: str = "default",
        spelling: bool = False,
        sortable: bool | Column = False,
        lang: str | None = None,
        vector: bool | Format | None = None,
        spelling_prefix: str = "spell_",
    ) -> None: ...

class Schema:
    def __init__(self, **fields: FieldType | type[FieldType]) -> None: ...
    def copy(self) -> Schema: ...
    def __iter__(self) -> Iterator[FieldType]: ...
    def __getitem__(self, name: str) -> FieldType: ...
    def __len__(self) -> int: ...
    def __contains__(self, fieldname: str) -> bool: ...
    def items(self) -> list[tuple[str, FieldType]]: ...
    def names(self, check_names: Iterable[str] | None = None) -> list[str]: ...
    def add(
        self, name: str, fieldtype: FieldType | type[FieldType], glob: bool = False
    ) -> None: ...
    def remove(self, fieldname: str) -> None: ...
