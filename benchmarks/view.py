"""View: how fast the page follows the hand, from an input to changed pixels, and the memory it needs."""

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil

from benchmarks.view_browser import CHROMIUM, DRIVER, Page, Server, cpu_s, memory_mb, until
from benchmarks.view_case import QUICK_SCAN, SCAN, SEEDS, TARGET, large_plan

DOCUMENT = "docs/workstation.md"

# Inputs of each kind, and how often something is let go of.
INPUTS, QUICK_INPUTS, RELEASES = 60, 12, 5

# What a person's eye and hand ask for: 95th percentile, milliseconds; of the start seconds.
WANTED_MS = {
    "wheel, one slice": 50,
    "a seed": 100,
    "a needle of 8 seeds": 150,
    "exact, after letting go": 1000,
}
WANTED_START_S = 3.0

# What a page that opens shows one after the other.  Looking: contours, isodoses, needles, metrics and curves
# as the folder holds them, and a wheel that turns; editing: a seed can be taken hold of; rules: what they say
# stands beside each needle; exact: nothing is a preview, nor only what the folder says.
LOOKING = (
    "document.body?.dataset.ready === 'true'",
    "!document.querySelector('.chip.bad')",
    "document.querySelector('[data-pane=axial] path.contour.target')",
    "document.querySelector('[data-pane=axial] path.isodose')",
    "document.querySelector('.metrics .metric .value')",
    "document.querySelector('.dvh canvas')",
    "document.querySelector('[data-needle-row]')",
)
STAGES = {
    "slices": "document.querySelector('.pane.slice[data-slice]') !== null",
    "looking": " && ".join(LOOKING),
    "editing": "document.querySelector('[data-tool=needle]')?.disabled === false",
    "rules": "document.body.dataset.preparing === ''",
    "exact figures": "document.querySelector('.metrics .checked:not(.preview, .stored)') !== null",
}

# A seed and a needle in the middle of the target, as the sagittal pane shows them.
SEED, NEEDLE = 20, 3
SEED_AT = f'[data-pane=sagittal] [data-seed="{SEED}"] .grip'
NEEDLE_AT = f'[data-pane=sagittal] [data-needle="{NEEDLE}"] .grip'
# Before its seeds, seen from the entry on the left.
ACROSS = {SEED_AT: 0.5, NEEDLE_AT: 0.35}

# Figures of the target whose preview is held against the exact one.
COMPARED = ("d90_gy", "v100", "v150", "mean_gy", "minimum_peripheral_dose_gy")

# The memory is looked at so often, and may grow by this part from its first look, when all is warm.
LOOKS, MAY_GROW = 6, 0.10


def run(options) -> dict:
    """Start, scroll, drag, let go; for ``--minutes`` scroll and drag on, and watch the memory."""
    if CHROMIUM is None or DRIVER is None:
        raise SystemExit("chromium and chromedriver are not installed")
    folder = large_plan(
        Path(tempfile.gettempdir()) / f"seedwright-view{'-quick' * options.quick}", options.quick
    )
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as place, opened_page(Path(place)) as page:
        _warm(folder, Path(place))
        server, start = _started(folder, Path(place), page)
        try:
            hand = Hand(page, psutil.Process(server.process.pid), folder)
            count = QUICK_INPUTS if options.quick else INPUTS
            rows = [hand.wheel(count), *hand.drags(count)]
            memory = hand.long(options.minutes)
        finally:
            server.stop()
    return {
        "scan": [SCAN, QUICK_SCAN][options.quick],
        "seeds": SEEDS,
        "load": [load, os.getloadavg()[0]],
        "start": start,
        "rows": rows,
        "preview_error": hand.preview_error,
        "memory": memory,
        "minutes": options.minutes,
    }


@contextmanager
def opened_page(place: Path) -> Iterator[Page]:
    """A browser with nothing in it."""
    page = Page(place / "profile")
    try:
        yield page
    finally:
        page.close()


def _server(folder: Path, place: Path) -> Server:
    return Server(folder, log=place / "view.log", XDG_STATE_HOME=str(place))


def _warm(folder: Path, place: Path) -> None:
    """Once before it counts: compiled code and files are at hand then, as on a day's second start."""
    _server(folder, place).stop()


def _started(folder: Path, place: Path, page: Page) -> tuple[Server, dict[str, dict[str, float]]]:
    """Seconds from the command to each of ``STAGES``, and the server's processor seconds until then."""
    server = _server(folder, place)
    process, found = psutil.Process(server.process.pid), {}

    def reached(name: str) -> None:
        found[name] = {"wall_s": time.monotonic() - server.begun, "server_s": cpu_s(process)}

    reached("address")
    page.driver.get(server.address)
    for name, script in STAGES.items():
        until(lambda s=script: page.js(f"return {s}"), name)
        if name == "looking":
            _turns(page)
        reached(name)
    return server, found


def _turns(page: Page) -> None:
    """One notch of the wheel brings another slice."""
    script = "return document.querySelector('[data-pane=axial]').dataset.slice"
    before = page.js(script)
    page.wheel(*page.place("[data-pane=axial]"), 1)
    until(lambda: page.js(script) != before, "another slice")


class Hand:
    """What a person does on the page, with the time and the processor's time that it takes.

    Parameters
    ----------
    page : Page
    server : psutil.Process
    folder : Path
        Of the plan.
    """

    def __init__(self, page: Page, server: psutil.Process, folder: Path):
        self.page, self.server = page, server
        seeds = json.loads((folder / "plan.json").read_text())["seeds"]
        self.place_mm = next(s["position_mm"] for s in seeds if s["id"] == SEED)
        self.preview_error: dict[str, float] = {}
        self.go()

    def go(self) -> None:
        """To the seed, all panes as at first."""
        self.page.js("window.seedwright.moveCursor(arguments[0])", self.place_mm)
        self.page.at_rest()
        time.sleep(0.5)

    def measured(self, what: str, action: Callable[[int], float], count: int) -> dict:
        """Times of ``count`` actions, and the processor's time in each."""
        server, browser = cpu_s(self.server), cpu_s(self.page.process)
        took = [action(k) for k in range(count)]
        return {
            "what": what,
            "median_ms": float(np.median(took)),
            "p95_ms": float(np.percentile(took, 95)),
            "server_ms": 1000 * (cpu_s(self.server) - server) / count,
            "browser_ms": 1000 * (cpu_s(self.page.process) - browser) / count,
            "wanted_ms": WANTED_MS[what],
        }

    def wheel(self, count: int) -> dict:
        """Up and down over the target."""
        x, y = self.page.place("[data-pane=axial]")

        def turn(k: int) -> float:
            notch = 1 if k // 10 % 2 == 0 else -1
            return self.page.timed("wheel", lambda: self.page.wheel(x, y, notch))

        return self.measured("wheel, one slice", turn, count)

    def drags(self, count: int) -> list[dict]:
        """A seed to and fro, let go; a needle to and fro, let go; then a few more to let go of."""
        rows, releases = [], []
        for what, selector in (("a seed", SEED_AT), ("a needle of 8 seeds", NEEDLE_AT)):
            self.go()
            x, y = self.take(selector)
            rows.append(self.measured(what, lambda k, x=x, y=y: self.move(x, y, k), count))
            shown = self.figures()
            releases.append(self.release(x, y))
            self._compare(shown)
            self.undo()
        while len(releases) < RELEASES:
            x, y = self.take(SEED_AT)
            self.move(x, y, len(releases))
            releases.append(self.release(x, y))
            self.undo()
        took = {"median_ms": float(np.median(releases)), "p95_ms": max(releases)}
        what = "exact, after letting go"
        return [*rows, {"what": what, **took, "wanted_ms": WANTED_MS[what]}]

    def take(self, selector: str) -> tuple[float, float]:
        """Choose something, and take hold of it."""
        self.page.press(*self.page.place(selector, ACROSS[selector]))
        time.sleep(1.0)
        x, y = self.page.place(selector, ACROSS[selector])
        self.page.mouse("mouseMoved", x, y, "none", 0)
        self.page.mouse("mousePressed", x, y)
        return x, y

    def move(self, x: float, y: float, k: int) -> float:
        """To another place within 3 mm, each time; milliseconds to its dose and figures on the screen."""
        px = self.px_per_mm()
        at = x + 4.0 + 0.6 * px * (k % 4), y + 0.2 * px
        return self.page.timed("drag", lambda: self.page.mouse("mouseMoved", *at))

    def release(self, x: float, y: float) -> float:
        """Let go; milliseconds to the exact figures on the screen."""
        found = self.page.timed("exact", lambda: self.page.mouse("mouseReleased", x, y, buttons=0))
        self.page.at_rest()
        return found

    def undo(self) -> None:
        """Everything is where it was: the same way may be gone again."""
        self.page.press(*self.page.place(".topbar .group button"))
        time.sleep(0.5)
        self.page.at_rest()

    def px_per_mm(self) -> float:
        """Magnification of the pane, by its scale bar."""
        script = """
          const bar = document.querySelector('[data-pane=sagittal] .scale-bar');
          return bar.getBoundingClientRect().width / parseFloat(bar.textContent);
        """
        return self.page.js(script)

    def figures(self) -> dict[str, float]:
        """The target's figures as they stand on the screen."""
        script = """
          const found = {};
          for (const m of document.querySelectorAll(`[data-roi="${arguments[0]}"] [data-metric]`))
            found[m.dataset.metric] = parseFloat(m.querySelector('.value').textContent);
          return found;
        """
        return self.page.js(script, TARGET)

    def _compare(self, shown: dict[str, float]) -> None:
        exact = self.figures()
        for key in COMPARED:
            error = abs(shown[key] / exact[key] - 1)
            self.preview_error[key] = max(error, self.preview_error.get(key, 0.0))

    def long(self, minutes: float) -> list[dict]:
        """Scrolling, dragging, letting go and undoing for so long; what of memory there is meanwhile."""
        looks, begun = [], time.monotonic()
        for look in range(LOOKS + 1 if minutes else 0):
            while time.monotonic() - begun < 60 * minutes * look / LOOKS or look == 0:
                self.wheel(10)
                for selector in (SEED_AT, NEEDLE_AT):
                    self.go()
                    x, y = self.take(selector)
                    for k in range(6):
                        self.move(x, y, k)
                    self.release(x, y)
                    self.undo()
                if look == 0:
                    break
            looks.append(self.memory((time.monotonic() - begun) / 60))
        return looks

    def memory(self, minute: float) -> dict[str, float]:
        """What page, browser and server hold, MB."""
        self.page.tell("HeapProfiler.collectGarbage")
        heap = self.page.tell("Runtime.getHeapUsage")["usedSize"] / 2**20
        return {
            "minute": minute,
            "heap_mb": heap,
            "browser_mb": memory_mb(self.page.process),
            "server_mb": memory_mb(self.server),
        }


def lines(result: dict) -> list[str]:
    """The table."""
    slices, pixels = result["scan"]
    before, after = result["load"]
    found = [
        f"{result['seeds']} seeds, CT of {pixels} x {pixels} x {slices}; headless Chromium, no graphics card;"
        f" load {before:.1f} before, {after:.1f} after",
        "input to changed pixels, in the page; processor's time of each, all threads",
        f"{'':<26}{'median ms':>10}{'p95 ms':>9}{'wanted':>8}{'server ms':>11}{'browser ms':>12}",
    ]
    for r in result["rows"]:
        cpu = f"{r['server_ms']:>11.0f}{r['browser_ms']:>12.0f}" if "server_ms" in r else ""
        found.append(f"{r['what']:<26}{r['median_ms']:>10.0f}{r['p95_ms']:>9.0f}{r['wanted_ms']:>8}{cpu}")
    found.append(f"from the command, seconds (wanted for looking and editing: {WANTED_START_S:g})")
    names = "".join(f"{name:>15}" for name in result["start"])
    found.append(f"{'':<18}{names}")
    for what, key in (("on the clock", "wall_s"), ("server's processor", "server_s")):
        found.append(f"{what:<18}" + "".join(f"{at[key]:>15.1f}" for at in result["start"].values()))
    told = ", ".join(f"{key} {100 * value:.2f} %" for key, value in result["preview_error"].items())
    found.append(f"preview against exact figures, as shown: {told}")
    if result["memory"]:
        found.append(f"{result['minutes']:g} minutes of scrolling, dragging, letting go and undoing, MB:")
        found += [
            f"  after {m['minute']:>5.1f} min: script {m['heap_mb']:.0f}, browser {m['browser_mb']:.0f},"
            f" server {m['server_mb']:.0f}"
            for m in result["memory"]
        ]
        first, last = result["memory"][0], result["memory"][-1]
        grown = {key: last[f"{key}_mb"] / first[f"{key}_mb"] - 1 for key in ("browser", "server")}
        told = ", ".join(f"{key} {100 * value:+.0f} %" for key, value in grown.items())
        found.append(f"  grown: {told} (allowed: {100 * MAY_GROW:.0f} %)")
    return found
