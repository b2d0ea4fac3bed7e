"""What is promised to programs is what they get, whatever they ask."""

import dataclasses
import re
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import Phase, given, settings
from schemathesis import Case
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

from indexer.library import Library
from indexer.models import Reason, Why
from webui import create_app
from webui.answers import article, facets, hit, reading, search, status
from webui.openapi.operations import OPERATIONS, Operation
from webui.problems import ErrorAnswer, FieldError

NOTE = "note~2E7"
DESCRIPTION = "/api/openapi.json"
KINDS = {
    "Search": search.SearchAnswer,
    "Query": search.QueryAnswer,
    "Month": search.MonthAnswer,
    "Hit": hit.HitAnswer,
    "Organization": hit.OrganizationAnswer,
    "Snippet": hit.SnippetAnswer,
    "Facets": facets.FacetsAnswer,
    "Facet": facets.FacetAnswer,
    "FacetList": facets.FacetListAnswer,
    "Value": facets.ValueAnswer,
    "Reading": reading.ReadingAnswer,
    "Widened": reading.WidenedAnswer,
    "Shared": reading.SharedAnswer,
    "Help": reading.HelpAnswer,
    "Offer": reading.OfferAnswer,
    "Zero": reading.ZeroAnswer,
    "Term": reading.TermAnswer,
    "Gaps": reading.GapsAnswer,
    "Index": status.IndexAnswer,
    "Article": article.ArticleAnswer,
    "Related": article.RelatedAnswer,
    "Status": status.StatusAnswer,
    "Files": status.FilesAnswer,
    "Failure": status.FailureAnswer,
    "Why": Why,
    "Reason": Reason,
    "Problem": ErrorAnswer,
    "FieldError": FieldError,
}
# What an answer is held against: no failure of ours, a status, a type and a form as promised.
PROMISES: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def served(library: Library) -> Flask:
    return create_app(library)


@pytest.fixture(scope="module")
def described(served: Flask) -> dict[str, Any]:
    response = served.test_client().get(DESCRIPTION)
    assert (response.status_code, response.mimetype) == (200, "application/json")
    told: dict[str, Any] = response.get_json()
    return told


def test_every_json_route_is_described_and_every_description_is_a_route(
    served: Flask, described: dict[str, Any]
) -> None:
    routes = {
        re.sub(r"<(?:[^:>]+:)?(\w+)>", r"{\1}", str(rule)) for rule in served.url_map.iter_rules()
    }
    paths = set(described["paths"])
    assert paths <= routes
    assert {route for route in routes if route.endswith(".json")} <= paths


@pytest.mark.parametrize("name", KINDS)
def test_an_object_is_described_with_all_its_members(described: dict[str, Any], name: str) -> None:
    members = [field.name for field in dataclasses.fields(KINDS[name])]
    assert described["components"]["schemas"][name]["required"] == members


def test_every_object_that_is_described_is_compared(described: dict[str, Any]) -> None:
    objects = {k for k, v in described["components"]["schemas"].items() if "properties" in v}
    assert objects == set(KINDS)


def test_every_parameter_and_schema_is_used(client: FlaskClient) -> None:
    text = client.get(DESCRIPTION).text
    for kind in ("parameters", "schemas"):
        for name in client.get(DESCRIPTION).get_json()["components"][kind]:
            assert f'"#/components/{kind}/{name}"' in text


@pytest.fixture(scope="module")
def promised(served: Flask) -> OpenApiSchema:
    """The description as schemathesis reads it, its calls going to the application itself."""
    return schemathesis.openapi.from_wsgi(DESCRIPTION, served)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.path)
def test_whatever_is_asked_the_answer_is_as_promised(
    promised: OpenApiSchema, operation: Operation
) -> None:
    @settings(max_examples=20, phases=(Phase.explicit, Phase.generate))
    @given(case=promised[operation.path]["GET"].as_strategy())
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(checks=PROMISES)

    ask()


@pytest.mark.parametrize(
    ("path", "place", "query"),
    [
        pytest.param("/search.json", {}, {"q": "科普"}, id="hits"),
        pytest.param("/search.json", {}, {"q": "竞赛 山村"}, id="a zero with its terms"),
        pytest.param("/search.json", {}, {"q": "科谱"}, id="offers"),
        pytest.param("/search.json", {}, {"q": "云州市科协"}, id="a name with its aliases"),
        pytest.param("/search.json", {}, {"org": ["云州市科协"], "n": 0}, id="counts"),
        pytest.param("/facet/{facet}.json", {"facet": "org"}, {}, id="organisations"),
        pytest.param("/facet/{facet}.json", {"facet": "issue"}, {}, id="issues"),
        pytest.param("/article/{article_id}.json", {"article_id": NOTE}, {"q": "竞赛"}, id="marks"),
        pytest.param("/article/{article_id}.txt", {"article_id": NOTE}, {}, id="text"),
        pytest.param("/why.json", {}, {"id": "note.7", "q": "竞赛"}, id="why"),
        pytest.param("/suggest", {}, {"q": "科"}, id="suggestions"),
        pytest.param("/search.atom", {}, {"q": "竞赛", "page": 1}, id="a feed"),
    ],
)
def test_what_is_there_comes_as_promised(
    promised: OpenApiSchema, path: str, place: dict[str, str], query: dict[str, object]
) -> None:
    case = promised[path]["GET"].Case(path_parameters=place, query=query)
    response = case.call_and_validate(checks=PROMISES)
    assert response.status_code == 200


def test_an_answer_that_breaks_its_promise_is_found(served: Flask) -> None:
    told = served.test_client().get(DESCRIPTION).get_json()
    told["components"]["schemas"]["Hit"]["properties"]["title"] = {"type": "integer"}
    schema = schemathesis.openapi.from_dict(told)
    schema.app = served
    case = schema["/search.json"]["GET"].Case(query={"q": "科普"})
    with pytest.raises(FailureGroup, match="Response violates schema"):
        case.call_and_validate(checks=PROMISES)
