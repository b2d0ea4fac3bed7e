"""What comes back: from an engine (Answer), and from the library (Results)."""

from dataclasses import dataclass

from indexer.models.question import Query


@dataclass(frozen=True, slots=True)
class Ranked:
    """One hit of an engine; ``literal`` says that some word matched only as characters in a row."""

    article_id: str
    score: float
    literal: bool = False


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Articles for each value of a facet, its own choice left out; ``missing`` have no value."""

    name: str
    values: tuple[tuple[str, int], ...]
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """An engine's answer: the exact total, one page of hits in order, all facet counts."""

    total: int
    hits: tuple[Ranked, ...]
    facets: tuple[FacetCounts, ...]


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
    """One article of a result, ready to be shown; ``marks`` are ranges of the title."""

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


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; ``value`` goes into a filter, ``label`` is read by people."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet: organisations by count, months in time order, newest first."""

    organization: tuple[FacetValue, ...] = ()
    month: tuple[FacetValue, ...] = ()
    section: tuple[FacetValue, ...] = ()
    person: tuple[FacetValue, ...] = ()

    def __getitem__(self, name: str) -> tuple[FacetValue, ...]:
        """The values of the facet ``name``; KeyError for a name that is no facet."""
        values = {
            "organization": self.organization,
            "month": self.month,
            "section": self.section,
            "person": self.person,
        }
        return values[name]


@dataclass(frozen=True, slots=True)
class Understanding:
    """How the question was understood: words that must match, phrases, exclusions, notices."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """One page of a search; ``pages`` is how many there are, 0 when nothing was found."""

    query: Query
    total: int
    pages: int
    hits: tuple[Hit, ...]
    facets: Facets
    reading: Understanding


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """One word or phrase of a question in one article: in which fields, and its score.

    ``words`` counts the places where it was cut as a word, ``characters`` those where its
    characters stand in a row.
    """

    text: str
    field: str
    words: int
    characters: int
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an article is or is not found: ``known`` to the index, ``matched``, and the evidence."""

    known: bool
    matched: bool
    evidence: tuple[Evidence, ...] = ()
