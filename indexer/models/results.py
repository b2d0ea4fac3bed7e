"""What the library answers: results ready to be shown, suggestions, and reasons."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.models.bulletin import Issue
from indexer.models.question import Query


@dataclass(frozen=True, slots=True)
class Mark:
    """A range [start, stop) in code points of the text it belongs to."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text as printed, its marks, and the page it stands on.

    ``start`` is its place in the article's body; ``before`` and ``after`` say whether text of
    the same article was left out on that side.
    """

    text: str
    marks: tuple[Mark, ...]
    start: int = 0
    page: int | None = None
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """Another printing of the same article."""

    article_id: str
    title: str
    source: str
    issue_title: str | None
    issue_number: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One article of a result, ready to be shown; ``marks`` are ranges of the title.

    ``added`` and ``entered`` tell when it was first taken in, as in StoredArticle, ``signers`` who
    sent it in, as in Article. The question stands at ``places`` places of its text, on ``pages``.
    """

    article_id: str
    title: str
    marks: tuple[Mark, ...]
    date: str | None
    page: int | None
    section: str | None
    organizations: tuple[str, ...]
    source: str
    issue_title: str | None
    issue_number: str | None
    score: float
    literal: bool
    snippets: tuple[Snippet, ...]
    also_in: tuple[Version, ...] = ()
    issue_id: str = ""
    issue_date: str | None = None
    persons: tuple[str, ...] = ()
    added: int = 0
    entered: str = ""
    signers: tuple[str, ...] = ()
    places: int = 0
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; ``value`` goes into a filter, ``label`` is read by people."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet: organisations by count, months in time order, newest first.

    ``histogram`` are the months from the first to the last, oldest first, empty ones at 0. Months
    are those that the query's basis means; values of ``issue`` are ids. Where only the first
    organisations, people and issues are told, so many ``more_...`` have articles.
    """

    organization: tuple[FacetValue, ...] = ()
    month: tuple[FacetValue, ...] = ()
    section: tuple[FacetValue, ...] = ()
    person: tuple[FacetValue, ...] = ()
    histogram: tuple[FacetValue, ...] = ()
    issue: tuple[FacetValue, ...] = ()
    more_organizations: int = 0
    more_people: int = 0
    more_issues: int = 0

    def more(self, name: str) -> int:
        """How many values of the facet ``name`` have articles and are not told."""
        untold = {
            "organization": self.more_organizations,
            "person": self.more_people,
            "issue": self.more_issues,
        }
        return untold.get(name, 0)

    def __getitem__(self, name: str) -> tuple[FacetValue, ...]:
        """The values of the facet ``name``; KeyError for a name that is no facet."""
        values = {
            "organization": self.organization,
            "month": self.month,
            "section": self.section,
            "person": self.person,
            "issue": self.issue,
        }
        return values[name]


@dataclass(frozen=True, slots=True)
class Widened:
    """A name that was also looked for under its other names."""

    name: str
    aliases: tuple[str, ...]
    organization: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A short name that several bodies share and that was not widened; who may be meant."""

    name: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """How the question was understood: words that must match, phrases, exclusions, notices.

    ``conditions`` are the fields and days asked for, in words: 单位：北京市科协.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    widened: tuple[Widened, ...] = ()
    shared: tuple[Shared, ...] = ()
    conditions: tuple[str, ...] = ()


class Remedy(StrEnum):
    """How a question that found little can be changed."""

    SPELLING = "spelling"  # a word of the archive that sounds or looks alike
    DATE = "date"  # 今年 as a date instead of a word
    FILTERS = "filters"  # without one facet's choice
    FEWER_WORDS = "fewer-words"  # without one of the words
    WORDS = "words"  # a phrase as words
    ANY_WORD = "any-word"  # any of the words instead of all


@dataclass(frozen=True, slots=True)
class Offer:
    """Another question that finds something; ``label`` is what it asks, ``total`` what it finds."""

    remedy: Remedy
    label: str
    query: Query
    total: int


@dataclass(frozen=True, slots=True)
class Help:
    """What to do when little was found: words found nowhere in the archive, and other questions."""

    missing: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """One page of a search; ``pages`` is how many there are, 0 when nothing was found.

    ``versions`` counts each version of an article, whether or not they are shown apart.
    """

    query: Query
    total: int
    versions: int
    pages: int
    hits: tuple[Hit, ...]
    facets: Facets
    reading: Understanding
    help: Help = Help()


class SuggestionKind(StrEnum):
    """What a suggestion is."""

    ORGANIZATION = "organization"
    PERSON = "person"
    SECTION = "section"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something of the archive that begins, sounds or is written like what was typed."""

    kind: SuggestionKind
    text: str
    articles: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article to be read: the record, its title and body marks for a question, neighbours."""

    id: str
    title: str
    title_marks: tuple[Mark, ...]
    paragraphs: tuple[Snippet, ...]
    date: str | None
    section: str | None
    page: int | None
    organizations: tuple[str, ...]
    persons: tuple[str, ...]
    source: str
    issue_title: str | None
    issue_number: str | None
    issue_date: str | None
    siblings: tuple[tuple[str, str], ...] = ()
    also_in: tuple[Version, ...] = ()
    issue_id: str = ""
    is_traditional: bool = False
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuePage:
    """One issue: its articles in order, and (id, issue) of those before and after it in time."""

    id: str
    issue: Issue
    source: str
    articles: tuple[Hit, ...]
    before: tuple[str, Issue] | None = None
    after: tuple[str, Issue] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of an answer to why: ``good`` speaks for a hit, otherwise against it.

    ``score`` is what it gave, ``page`` where it stands first.
    """

    good: bool
    message: str
    page: int | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Why:
    """Why an article is, or is not, among the hits of a query; ``title`` is None if unknown."""

    article_id: str
    title: str | None
    found: bool
    reasons: tuple[Reason, ...]
