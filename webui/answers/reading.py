"""How a question was understood, what helps where little was found, and how sure a zero is."""

from dataclasses import dataclass

from indexer.models import Help, Offer, Remedy, Status, Understanding
from webui import urls
from webui.presenters.help import offered
from webui.sayings import told
from webui.state import SearchState
from webui.zero import Zero


@dataclass(frozen=True, slots=True)
class WidenedAnswer:
    """A name that was also looked for under its other names."""

    name: str
    aliases: tuple[str, ...]
    org: str


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """A short name of several bodies, which was not widened."""

    name: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingAnswer:
    """How the words were understood; ``literal_url`` asks without other names."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]
    conditions: tuple[str, ...]
    widened: tuple[WidenedAnswer, ...]
    shared: tuple[SharedAnswer, ...]
    literal_url: str | None


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """Another search: what it changes, what it asks, what it finds, and its address."""

    remedy: str
    label: str
    total: int
    url: str


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """The words found nowhere, and other searches."""

    missing: tuple[str, ...]
    offers: tuple[OfferAnswer, ...]


@dataclass(frozen=True, slots=True)
class TermAnswer:
    """A word of the question: in how many articles at all, and under the conditions."""

    text: str
    docs_all: int
    docs_here: int


@dataclass(frozen=True, slots=True)
class GapsAnswer:
    """Files that gave no text; ``waiting`` to be indexed is null where nobody counted them."""

    scanned: int
    encrypted: int
    broken: int
    others: int
    waiting: int | None = None


@dataclass(frozen=True, slots=True)
class ZeroAnswer:
    """A result without hits: certain, gaps or unknown, with the reasons."""

    certainty: str
    terms: tuple[TermAnswer, ...]
    gaps: GapsAnswer
    reasons: tuple[str, ...]


def reading_answer(reading: Understanding, state: SearchState) -> ReadingAnswer:
    """How a question was understood."""
    literal = urls.search_json(state.with_aliases(False)) if reading.widened else None
    return ReadingAnswer(
        words=reading.words,
        phrases=reading.phrases,
        excluded=reading.excluded,
        conditions=tuple(map(told, reading.conditions)),
        widened=tuple(WidenedAnswer(w.name, w.aliases, w.organization) for w in reading.widened),
        shared=tuple(SharedAnswer(one.name, one.candidates) for one in reading.shared),
        literal_url=literal,
    )


def help_answer(help_: Help, state: SearchState) -> HelpAnswer:
    """What to do when little was found."""
    return HelpAnswer(help_.missing, tuple(_offer(offer, state) for offer in help_.offers))


def suggestions(help_: Help) -> tuple[str, ...]:
    """What may have been meant."""
    return tuple(offer.label for offer in help_.offers if offer.remedy is Remedy.SPELLING)


def zero_answer(zero: Zero) -> ZeroAnswer:
    """How sure a zero is."""
    files = dict(zero.unread)
    scanned, encrypted, broken = (
        files.pop(status, 0) for status in (Status.SCANNED, Status.ENCRYPTED, Status.DAMAGED)
    )
    return ZeroAnswer(
        certainty=str(zero.certainty),
        terms=tuple(TermAnswer(word.text, word.everywhere, word.here) for word in zero.words),
        gaps=GapsAnswer(scanned, encrypted, broken, sum(files.values())),
        reasons=(told(zero.reason),) if zero.reason else (),
    )


def _offer(offer: Offer, state: SearchState) -> OfferAnswer:
    url = urls.search_json(offered(state, offer.query))
    return OfferAnswer(str(offer.remedy), told(offer.label), offer.total, url)
