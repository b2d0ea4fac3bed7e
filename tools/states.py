"""Every page of the site in every state it can be in: where it is, and what is done there first."""

from dataclasses import dataclass
from enum import Enum


class Site(Enum):
    """One of the three sites that tools.sample_site starts."""

    SAMPLE = "the sample bulletins"
    FRESH = "nothing indexed yet"
    BROKEN = "no template can be read"


@dataclass(frozen=True, slots=True)
class State:
    """A page in one state.

    ``follow`` is the selector of a link that is clicked there, ``typed`` what is typed into the
    box; both are empty for most.
    """

    name: str
    path: str
    site: Site = Site.SAMPLE
    follow: str = ""
    typed: str = ""


FIRST_HIT = ".hits h3 a"
TXT = "beijing-kexie-2023-12.txt"
# 60 characters.
LONG_NAME = (
    "云州市青少年科技教育与科学普及志愿服务促进会秘书处暨科技辅导员培训中心"
    "联合工作办公室筹备工作领导小组第二专班综合协调小组"
)
LONG_TITLE = "加长标题" * 100

STATES = (
    State("home", "/"),
    State("home-fresh", "/", Site.FRESH),
    State("home-suggestions", "/", typed="科协"),
    State("search", "/search?q=科普"),
    State("search-filters", "/search?q=科普#filters"),
    State(
        "search-chips", "/search?q=科普&org=云州市科协&month=2023-10&not_org=东港区科协&expand=0"
    ),
    State("search-refined", "/search?q=科普&refine=活动&refine=市民&refine=科学"),
    State("search-page-2", "/search?q=科&page=2"),
    State("search-compact", "/search?q=科普&view=compact"),
    State("search-reading", "/search?q=云州市科协"),
    State("search-few", "/search?q=科谱"),
    State("search-zero", "/search?q=量子 讲座&org=云州市科协"),
    State("search-broad", "/search?q=，。"),
    State("search-browse", "/search?month=2023-12"),
    State("search-noticed", "/search?q=科普&sort=sideways"),
    State("search-refused", "/search?q=科普&from=2023-13"),
    State("search-beyond", "/search?q=科普&page=99"),
    State("search-unindexed", "/search?q=科普", Site.FRESH),
    State("search-extreme", "/search?q=加长标题"),
    State("facet", "/facet/org?q=科普"),
    State("facet-names", "/facet/org?q=科普&order=name"),
    State("facet-tree", "/facet/org?q=科普&order=tree"),
    State("facet-months", "/facet/month?q=科普"),
    State("facet-people", "/facet/person"),
    State("facet-nothing", "/facet/org?q=科普&filter=没有"),
    State("article-picture", "/search?q=科普 主场活动", follow=FIRST_HIT),
    State("article-text", "/search?q=延庆区科协第二次代表大会", follow=FIRST_HIT),
    State("article-extreme", "/search?q=加长标题", follow=FIRST_HIT),
    State("issue", "/browse/2023/12", follow="a[href^='/issue/']"),
    State("browse", "/browse"),
    State("browse-year", "/browse/2023"),
    State("browse-month", "/browse/2023/12"),
    State("organization", "/org/云州市科协"),
    State("person", "/person/沈洁"),
    State("why", "/search?q=科普", follow=".hits a[href^='/why']"),
    State("why-not", f"/why?q=量子&id={TXT}"),
    State("why-named", "/why?q=量子&find=科普"),
    State("saved", "/saved"),
    State("saved-none", "/saved", Site.FRESH),
    State("help", "/help"),
    State("prefs", "/prefs"),
    State("about", "/about"),
    State("status", "/status"),
    State("status-fresh", "/status", Site.FRESH),
    State("error-404", "/科普/nowhere"),
    State("error-406", "/search.pdf?q=科普"),
    State("error-410", "/article/gone?q=科普"),
    State("error-500", "/", Site.BROKEN),
)
