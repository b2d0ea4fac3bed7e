"""The rules of the house that no linter knows, read off syntax trees.

A rule takes a source and returns its breaches, each a line: ``file:line: what; what to do``.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("indexer", "webui", "bench", "tools")
LONGEST_FILE = 300
LONGEST_FUNCTION = 50

# One library, one address: replacing a library touches one place. Only what draws pages of PDFs is
# used twice: by the product, and by the tool that makes the samples and shares no code with it.
PEERS = ("bench/speed/contestants/",)  # what the product is measured against
ADDRESSES: dict[str, str | tuple[str, ...]] = {
    "pypdf": "indexer/extract/",
    "docx": ("indexer/extract/", "webui/exports/as_docx.py"),  # read there, written here
    "pypdfium2": ("indexer/extract/", "tools/corpus/"),
    "reportlab": "tools/corpus/",
    "jieba": ("indexer/analysis/reference.py", *PEERS),
    "rjieba": ("indexer/analysis/swift.py", *PEERS),
    "pypinyin": "indexer/analysis/sound.py",
    "opencc": ("indexer/analysis/normalise.py", "bench/quality/ranking.py"),
    "whoosh": ("indexer/engines/embedded/", *PEERS),
    "numpy": "indexer/engines/embedded/",
    "opensearchpy": "indexer/engines/cluster/",
    "sqlite3": ("indexer/catalog", *PEERS),
    "flask": "webui/",
    "jinja2": "webui/",
    "waitress": "webui/",
    "xlsxwriter": "webui/exports/as_xlsx.py",
    "werkzeug": "webui/",
    "babel": "tools/translations.py",
    "click": "indexer/cli/",
    "rich": "indexer/cli/",
}

# What may be called while a module is imported: it computes a value and touches nothing else.
PURE_BUILTINS = frozenset(
    {"bytes", "chr", "dict", "enumerate", "frozenset", "getattr", "hasattr", "len", "list", "map"}
    | {"max", "min", "ord", "range", "set", "sorted", "str", "tuple", "zip"}
)
PURE_METHODS = frozenset({"decode", "encode", "format", "items", "join", "keys", "split", "values"})
QUIET_CALLS = PURE_BUILTINS | {
    "re.compile",
    "str.maketrans",
    "TypeVar",
    "auto",
    "N_",  # a text as it is, marked for the catalogue
    "field",
    "click.option",  # click's declarations, from which a command is made
    "click.argument",
    "click.Path",
    "click.Choice",
    "click.IntRange",
    "main.add_command",
    "Blueprint",  # only remembers which view answers which address
    "Nursery",  # starts its process with the first file it is given
    "qn",  # python-docx writes w:p in full: {http://...}p
    "Path",
    "Path(__file__).resolve",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path below the checkout, its text and tree, and the names of our values.

    ``values`` are the frozen dataclasses of all rooms: making one does nothing else.
    """

    path: str
    text: str
    tree: ast.Module
    values: frozenset[str] = frozenset()

    def breach(self, line: int, fault: str, remedy: str) -> str:
        """The line that reports one breach."""
        return f"{self.path}:{line}: {fault}; {remedy}"


Rule = Callable[[Source], list[str]]


def read_house(root: Path) -> list[Source]:
    """All sources of the rooms, in the order of their paths."""
    paths = [path for room in ROOMS for path in sorted((root / room).rglob("*.py"))]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    trees = [ast.parse(text) for text in texts]
    values = frozenset(name for tree in trees for name in _frozen_dataclasses(tree))
    return [
        Source(path.relative_to(root).as_posix(), text, tree, values)
        for path, text, tree in zip(paths, texts, trees, strict=True)
    ]


def imports(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """(line, top-level name) of each absolute import: ``import numpy.typing`` -> numpy."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, (node.module or "").partition(".")[0]


def one_library_one_address(source: Source) -> list[str]:
    """Imports of a library outside its address."""
    return [
        source.breach(
            line, f"{library} is imported outside {address}", "ask the code that is there"
        )
        for line, library in imports(ast.walk(source.tree))
        if (address := ADDRESSES.get(library)) and not source.path.startswith(address)
    ]


def imports_stand_on_top(source: Source) -> list[str]:
    """Imports inside functions, which hide what a module needs."""
    return [
        source.breach(line, f"{name} is imported inside {function.name}()", "import it on top")
        for function in _functions(source.tree)
        for line, name in imports(ast.walk(function))
    ]


def files_and_functions_are_short(source: Source) -> list[str]:
    """Files and functions beyond the limits."""
    breaches = []
    if (lines := len(source.text.splitlines())) > LONGEST_FILE:
        fault = f"{lines} lines, more than {LONGEST_FILE}"
        breaches.append(source.breach(1, fault, "give each noun its own file"))
    for function in _functions(source.tree):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > LONGEST_FUNCTION:
            fault = f"{function.name}() has {lines} lines, more than {LONGEST_FUNCTION}"
            breaches.append(source.breach(function.lineno, fault, "name its steps as functions"))
    return breaches


def errors_are_caught_by_name(source: Source) -> list[str]:
    """Handlers for everything that do not raise again."""
    return [
        source.breach(handler.lineno, "everything is caught and kept", "name the errors, or raise")
        for handler in _handlers(source.tree)
        if _catches_all(handler) and not any(isinstance(n, ast.Raise) for n in ast.walk(handler))
    ]


def errors_are_not_swallowed(source: Source) -> list[str]:
    """Handlers that do nothing."""
    return [
        source.breach(handler.lineno, "the error is swallowed", "report it, or return a value")
        for handler in _handlers(source.tree)
        if all(
            isinstance(step, ast.Pass | ast.Continue) or _is_remark(step) for step in handler.body
        )
    ]


def nothing_happens_at_import(source: Source) -> list[str]:
    """Calls outside functions that are not known to be quiet."""
    return [
        source.breach(
            call.lineno, f"{called}() runs at import", "call it in a function, when needed"
        )
        for statement in _run_at_import(source.tree.body)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call)
        and not _is_quiet(called := ast.unparse(call.func), call, source)
    ]


RULES: Sequence[Rule] = (
    one_library_one_address,
    imports_stand_on_top,
    files_and_functions_are_short,
    errors_are_caught_by_name,
    errors_are_not_swallowed,
    nothing_happens_at_import,
)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _handlers(tree: ast.Module) -> Iterator[ast.ExceptHandler]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler))


def _catches_all(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in kinds
    )


def _is_remark(step: ast.stmt) -> bool:
    """Whether a statement is a bare constant: ``...`` or a string."""
    return isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant)


def _run_at_import(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported, those of class bodies included.

    Left out: functions with their decorators, and what stands below ``if __name__ == ...``.
    """
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield from _run_at_import(statement.body)
        elif isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test):
            continue
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield statement


def _is_quiet(called: str, call: ast.Call, source: Source) -> bool:
    if isinstance(call.func, ast.Attribute) and call.func.attr in PURE_METHODS:
        return True
    return called in QUIET_CALLS or called in source.values


def _frozen_dataclasses(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
            if any(text.startswith("dataclass(") and "frozen=True" in text for text in decorators):
                yield node.name
