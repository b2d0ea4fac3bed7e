"""The fields of the index: words for ranking, characters for proof, one row to be counted."""

from dataclasses import dataclass

from whoosh import fields
from whoosh.analysis import IDTokenizer

from indexer.engines.base import Analyser
from indexer.models import Field, IndexEntry

# Raised by hand whenever the fields change: an index of another number is not opened.
FORMAT = 3
ID = "id"
ROW = "row"


@dataclass(frozen=True, slots=True)
class TextField:
    """One text of an article under its two views, and how much a match in it weighs.

    ``b`` is how far long texts are held back, 0 to 1.
    """

    name: Field
    words: str
    characters: str
    weight: float
    b: float


TEXT_FIELDS = (
    TextField(Field.TITLE, "title_words", "title_characters", 2.0, 0.3),
    TextField(Field.BODY, "body_words", "body_characters", 1.0, 0.75),
)
# The beginning of the body is indexed a second time: what stands there says what it is about.
LEAD = TextField(Field.BODY, "lead_words", "body_characters", 0.2, 0.75)
LEAD_LENGTH = 100


def make_schema() -> fields.Schema:
    """The Whoosh schema; terms arrive ready-made as lists, so no analyser is stored in it."""
    schema = fields.Schema()
    schema.add(ID, fields.ID(stored=True, unique=True))
    schema.add(ROW, fields.STORED())
    for field in (*TEXT_FIELDS, LEAD):
        schema.add(field.words, fields.TEXT(analyzer=IDTokenizer(), phrase=False))
    for field in TEXT_FIELDS:
        schema.add(field.characters, fields.TEXT(analyzer=IDTokenizer(), phrase=True))
    return schema


def make_document(entry: IndexEntry, analyser: Analyser) -> dict[str, object]:
    """The fields of one article as Whoosh's writer takes them."""
    document: dict[str, object] = {ID: entry.id}
    document[ROW] = (
        entry.date,
        entry.section,
        entry.organizations,
        entry.persons,
        entry.cluster or entry.id,
        entry.issue,
        entry.issued,
    )
    document[LEAD.words] = list(analyser.words(entry.body[:LEAD_LENGTH]))
    for field, text in zip(TEXT_FIELDS, (entry.title, entry.body), strict=True):
        document[field.words] = list(analyser.words(text))
        document[field.characters] = list(analyser.characters(text))
    return document
