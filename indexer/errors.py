"""Everything that can go wrong, as one tree.

    BulletinError                 exit code 1
    ├── ConfigError               3   config.toml is wrong: the key and its line are named
    ├── CorpusMissing             4   the corpus folder, or a file asked for, is not there
    ├── SourceUnreadable          1   one file cannot be read, and it was asked for by name
    ├── QuestionRejected          2   nothing was asked, or more than the limits allow
    ├── ArticleMissing            1   no article has this id
    │   └── ArticleGone           1   none has it any more
    ├── CatalogError              5   the catalogue is damaged, or newer than the program
    ├── IndexUnavailable          5
    │   ├── IndexMissing          5   nothing was indexed yet
    │   ├── IndexDamaged          5   a generation cannot be opened
    │   └── IndexOutdated         5   the index was built by other rules or another dictionary
    ├── PageUnavailable           1   a page of an original cannot be drawn
    │   └── PageBusy              1   too many are being drawn
    ├── BuildFailed               1   a process that builds the index ended before its work
    └── WriterBusy                6   another process is writing

Each message names the thing and the remedy; the command line prints it and ends with the
exit code of its class.
"""


class BulletinError(Exception):
    """Any failure the product foresees."""

    exit_code = 1


class ConfigError(BulletinError):
    """A key of config.toml is unknown or has a wrong value."""

    exit_code = 3


class CorpusMissing(BulletinError):
    """A folder or file that should be read does not exist."""

    exit_code = 4


class SourceUnreadable(BulletinError):
    """A file asked for by name cannot be read as a bulletin."""


class QuestionRejected(BulletinError):
    """A question that is empty or beyond the limits."""

    exit_code = 2


class ArticleMissing(BulletinError):
    """No article has this id."""


class ArticleGone(ArticleMissing):
    """The article of this id is no longer there; ``successor`` is the id of the one that is.

    Empty where nothing took its place.
    """

    def __init__(self, message: str, successor: str = "") -> None:
        super().__init__(message)
        self.successor = successor


class CatalogError(BulletinError):
    """The catalogue is damaged, locked away or newer than the program."""

    exit_code = 5


class IndexUnavailable(BulletinError):
    """No index can answer."""

    exit_code = 5


class IndexMissing(IndexUnavailable):
    """There is no index yet."""


class IndexDamaged(IndexUnavailable):
    """An index generation cannot be opened."""


class IndexOutdated(IndexUnavailable):
    """The index was built by other rules or another dictionary than those in force."""


class PageUnavailable(BulletinError):
    """A page of an original cannot be drawn; after ``seconds`` it may be tried again."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class PageBusy(PageUnavailable):
    """Too many pages are being drawn."""


class BuildFailed(BulletinError):
    """A process that helps to build the index ended early; the index is what it was before."""


class WriterBusy(BulletinError):
    """Another process holds the writer's lock."""

    exit_code = 6
