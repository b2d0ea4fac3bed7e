"""opencc 1.4.2: its own hints leave the result of ``convert`` open."""

__version__: str
CONFIGS: list[str]

class OpenCC:
    config: str
    def __init__(
        self,
        config: str = "t2s",
        include_tofu_risk_dictionaries: bool = True,
        resource_zip: str | None = None,
    ) -> None: ...
    def convert(self, text: str) -> str: ...
