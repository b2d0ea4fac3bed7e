"""Whether a text is printed in traditional characters."""

import re

from indexer.analysis.normalise import normal_form

_HAN = re.compile("[\u4e00-\u9fff]+")
_SAMPLE = 2000  # characters that tell
# Of a traditional text about four in ten have a simplified form, of a simplified one hardly any.
_LEAST = 0.1


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional characters: 科學技術協會, but not 科学技术协会."""
    han = "".join(_HAN.findall(text[:_SAMPLE]))
    folded = sum(one != other for one, other in zip(han, normal_form(han), strict=True))
    return folded > _LEAST * len(han)
