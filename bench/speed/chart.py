"""The times of all questions as one picture: how many were answered within which time."""

import math
from collections.abc import Sequence
from html import escape

from bench.speed.figures import Run

WIDTH, HEIGHT = 760, 420
LEFT, TOP, RIGHT, BOTTOM = 60, 46, 190, 48
# Told apart by people who see no red or green as well (Okabe and Ito).
COLOURS = ("#0072b2", "#56b4e9", "#009e73", "#d55e00", "#cc79a7", "#e69f00", "#7a7a7a", "#000000")


def draw_chart(run: Run) -> str:
    """The picture as SVG: milliseconds by powers of ten to the right, shares upwards."""
    curves = [(one.name, sorted(run.medians(one))) for one in run.timings]
    times = [value * 1000 for _, values in curves for value in values]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    plot = _Plot(low, max(high, low + 1))
    title = f"{run.recipe.articles:,} articles, {len(run.asked)} questions"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="13" role="img" aria-label="{escape(title)}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="26" font-size="16">{escape(title)}: share answered within</text>',
        *plot.grid(),
        *(
            line
            for at, (name, values) in enumerate(curves)
            for line in plot.curve(at, name, values)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Plot:
    """The area between the axes, from 10^low to 10^high milliseconds."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def grid(self) -> list[str]:
        """Lines and labels of both axes."""
        lines = []
        for power in range(self._low, self._high + 1):
            x = self._x(10.0**power)
            lines.append(_line(x, TOP, x, HEIGHT - BOTTOM))
            lines.append(_label(x, HEIGHT - BOTTOM + 20, f"{10.0**power:g} ms", "middle"))
        for percent in range(0, 101, 25):
            y = self._y(percent / 100)
            lines.append(_line(LEFT, y, WIDTH - RIGHT, y))
            lines.append(_label(LEFT - 8, y + 4, f"{percent} %", "end"))
        return lines

    def curve(self, at: int, name: str, values: Sequence[float]) -> list[str]:
        """One contestant's times, ascending, and its name in the legend."""
        colour = COLOURS[at % len(COLOURS)]
        places = " ".join(
            f"{self._x(value * 1000):.1f},{self._y((rank + 1) / len(values)):.1f}"
            for rank, value in enumerate(values)
        )
        y = TOP + 14 + 22 * at
        x = WIDTH - RIGHT + 16
        return [
            f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="2"/>',
            f'<rect x="{x}" y="{y - 9}" width="16" height="4" fill="{colour}"/>',
            _label(x + 22, y, name, "start"),
        ]

    def _x(self, milliseconds: float) -> float:
        share = (math.log10(milliseconds) - self._low) / (self._high - self._low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def _y(self, share: float) -> float:
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="#ddd"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
