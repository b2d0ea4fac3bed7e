"""What axe-core finds on a page."""

from importlib.resources import files

from playwright.sync_api import Page

SCRIPT = files("axe_playwright_python") / "axe.min.js"
# Where suggestions are open only they and their box are looked at, and what lies under them is put
# away meanwhile: axe-core would not decide on texts above edges of others, and without the list
# all of it is looked at too.
RUN = """async () => {
  const list = document.querySelector("[role=listbox]:not([hidden])");
  const under = list ? document.querySelectorAll("main, .ways") : [];
  under.forEach((one) => { one.hidden = true; });
  const found = await axe.run(list ? list.parentElement : document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations", "incomplete"],
  });
  under.forEach((one) => { one.hidden = false; });
  const line = (kind, rule, node) =>
    [kind, rule.id, node.target.join(" "), node.failureSummary].join(" | ");
  return ["violations", "incomplete"].flatMap((kind) =>
    found[kind].flatMap((rule) => rule.nodes.map((node) => line(kind, rule, node))));
}"""


def findings(page: Page) -> list[str]:
    """What breaks WCAG 2.2 AA, and what axe-core could not decide: a line each, best none."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found
