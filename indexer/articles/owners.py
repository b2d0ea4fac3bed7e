"""Whose 校科协, 材料学院, 集团 and 大数据分会 are: of the names used before, or the issuer."""

import re
from collections.abc import Sequence

from indexer.articles.nameparts import ending_of, school_of, whole
from indexer.wordlists import words

_COMPANY = re.compile(".{2,}?(?:有限责任公司|有限公司|集团(?!有限|股份)|总公司)")
_GROUP = ("集团", "公司")
_SOCIETIES = ("研究会", "学会", "协会", "联合会", "促进会")
_BRANCHES = ("分会", "专业委员会", "工作委员会", "专委会")
_COLLEGES = ("学院", "研究院", "研究生院", "图书馆", "附属医院")
_OF_STAFF = ("学生科协", "教师科协", "科协分会", "学院科协", "学生会", "学生社团联合会")


def owned(name: str, used: Sequence[str], issuer: str) -> str | None:
    """The full name of a part, or None if it is nobody's; ``used`` has the latest name last."""
    return (
        _of_school(name, used, issuer)
        or _of_company(name, used, issuer)
        or _of_society(name, used, issuer)
    )


def _of_school(name: str, used: Sequence[str], issuer: str) -> str | None:
    """校科协, 附属医院, 材料学院; 学生科协 only in the bulletin of a university."""
    school = next(filter(None, map(school_of, (issuer, *reversed(used)))), None)
    if not school:
        return None
    part = re.sub("^[学我]?校", "", name)
    if part != name or name.startswith("附属"):
        return whole(school + part)
    ending = ending_of(name)
    college = ending in _COLLEGES and ending != name and not school_of(name.removesuffix(ending))
    staff = school_of(issuer) and name.endswith(_OF_STAFF)
    return school + name if college or staff else None


def _of_company(name: str, used: Sequence[str], issuer: str) -> str | None:
    """集团 and 公司 alone, 集团技术中心."""
    if name in ("局", "局科协"):  # of an enterprise: 中建三局
        return _bureau(issuer, name)
    if not name.startswith(_GROUP[0]) and name not in _GROUP:
        return None
    companies = (_COMPANY.match(owner) for owner in (*reversed(used), issuer))
    company = next((match[0] for match in companies if match), None)
    return company + name.removeprefix(_GROUP[0]).removeprefix(_GROUP[1]) if company else None


def _bureau(issuer: str, name: str) -> str | None:
    """局科协 in the bulletin of an enterprise that is called so: 中建三局科协."""
    owner = issuer.removesuffix("科协")
    own = owner.endswith("局") and owner.startswith(tuple(words("brands")))
    return owner.removesuffix("局") + name if own else None


def _of_society(name: str, used: Sequence[str], issuer: str) -> str | None:
    """学会标准化工作委员会; 大数据分会 only in the bulletin of a society."""
    for owner in (*reversed(used), issuer):
        kind = next((kind for kind in _SOCIETIES if owner.endswith(kind)), None)
        if kind and name.startswith(kind):
            return owner + name.removeprefix(kind)
    branch = issuer.endswith(_SOCIETIES) and name.endswith(_BRANCHES) and name not in _BRANCHES
    return issuer + name if branch else None
