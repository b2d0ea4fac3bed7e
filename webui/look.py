"""How somebody wants to see the pages, as the visitor's own cookie tells it."""

from dataclasses import dataclass, replace

from flask import request

COOKIE = "look"
VISIT = "visit"  # the cookie of webui.visits
THEMES = ("auto", "light", "dark", "contrast")
SIZES = ("m", "l", "xl")
SWITCH = ("on", "off")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Look:
    """One of THEMES, one of SIZES, whether there are shortcuts, whether visits are remembered.

    ``language`` is one of LANGUAGES, empty where none was chosen.
    """

    theme: str = "auto"
    size: str = "m"
    keys: str = "on"
    visits: str = "on"
    language: str = ""

    @property
    def is_usual(self) -> bool:
        """Whether nothing was chosen that the stylesheet does not do by itself."""
        return self.theme == "auto" and self.size == "m"

    @property
    def cookie(self) -> str:
        """As it is kept: dark.xl.on.on.en."""
        parts = (self.theme, self.size, self.keys, self.visits, self.language)
        return ".".join(parts).rstrip(".")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody chose, as written; None or a word that is not known changes nothing."""

    theme: str | None = None
    size: str | None = None
    keys: str | None = None
    visits: str | None = None
    language: str | None = None

    def over(self, look: Look) -> Look:
        """The look with what was chosen."""
        return replace(
            look,
            theme=self.theme if self.theme in THEMES else look.theme,
            size=self.size if self.size in SIZES else look.size,
            keys=self.keys if self.keys in SWITCH else look.keys,
            visits=self.visits if self.visits in SWITCH else look.visits,
            language=self.language if self.language in LANGUAGES else look.language,
        )


def the_look() -> Look:
    """The look of whoever asks; what a cookie says wrongly counts as not said."""
    return Wish(*request.cookies.get(COOKIE, "").split(".")[:5]).over(Look())
