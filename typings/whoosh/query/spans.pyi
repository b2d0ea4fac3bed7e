"""Where in a field a match stands."""

class Span:
    start: int
    end: int
    startchar: int | None
    endchar: int | None
    boost: float
    def __init__(
        self,
        start: int,
        end: int | None = None,
        startchar: int | None = None,
        endchar: int | None = None,
        boost: float = 1.0,
    ) -> None: ...
