"""Names of organisations that the table should know, and short names that nobody resolved."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.models import ArticleOutline, Concern, Finding, Knowledge
from indexer.organizations import OTHER, kind_of

OFTEN = 5  # articles in which a name stands before it is worth a row of the table

# 市科协, 区委, 学会: whose, only the issue could tell
_SHORT = re.compile(
    r"[省市区县旗镇乡校院](?:科协|科学技术协会|委|政府|[一-龥]{1,4}局)|科协|学会|协会|研究会|联合会"
)
_UNKNOWN = "请在 config.toml 的 [[organizations]] 中写一行 name 和 kind，或作为别名写进已有的一行"
_UNRESOLVED = "请核对报头的主办单位，或在 config.toml 的 [knowledge] 中写上 home"


def of_organizations(outlines: Sequence[ArticleOutline], knowledge: Knowledge) -> Iterator[Finding]:
    """Frequent names of no known kind that the table does not have, and every short name left."""
    table = {name for row in knowledge.organizations for name in (row.name, *row.aliases)}
    counts = Counter(name for outline in outlines for name in outline.organizations)
    for name, count in counts.most_common():
        if name in table:
            continue
        if _SHORT.fullmatch(name):
            message = f"{count} 篇文章中的“{name}”不知是哪里的"
            yield Finding(Concern.SHORT_NAME, name, message, _UNRESOLVED)
        elif count >= OFTEN and kind_of(name) == OTHER:
            message = f"在 {count} 篇文章中出现，单位表中没有"
            yield Finding(Concern.UNKNOWN_ORGANIZATION, name, message, _UNKNOWN)
