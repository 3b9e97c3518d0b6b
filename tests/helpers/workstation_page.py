"""A workstation for tests: a real browser, headless, that looks at a server of `tps view`."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.view_browser import CHROMIUM, DRIVER, Browser, Server, until

__all__ = ["Page", "Server", "need_browser", "saved_picture", "until"]

# Chromium tells of its own software rendering; that is no word of the page.
NOT_THE_PAGES = ("GPU stall due to ReadPixels", "GroupMarkerNotSet", "swiftshader", "SwiftShader")


def need_browser() -> None:
    """Skips where there is no browser, no driver, or a part of the workstation is missing."""
    pytest.importorskip("aiohttp", reason="the extra `view` is not installed")
    pytest.importorskip("selenium", reason="selenium is not installed")
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("chromium and chromium-driver are not installed")


def saved_picture(page: "Page", folder: Path, press: Callable[[], None]) -> Any:
    """The PNG file that the page saves when ``press`` asks for it."""
    from PIL import Image

    page.tell("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    press()
    found = until(lambda: next(iter(folder.glob("*.png")), None), "saved picture")
    picture = Image.open(found)
    picture.load()
    return picture


class Page(Browser):
    """The page in a browser of its own."""

    def __init__(
        self, address: str, profile: Path, size: tuple[int, int] = (1440, 900), flags: tuple[str, ...] = ()
    ):
        super().__init__(profile, size, flags, loggingPrefs={"browser": "ALL", "performance": "ALL"})
        self.address = address
        self.profile = profile
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.open()

    def open(self, address: str | None = None) -> "Page":
        """The address, until all is there: what editing needs too, and what the rules say."""
        # The same document with another fragment is not loaded anew: go away first.
        self.driver.get("about:blank")
        self.driver.get(address or self.address)
        return self.wait_ready()

    def wait_ready(self) -> "Page":
        self.wait_seen()
        until(lambda: self.js("return document.body.dataset.preparing === ''"), "plan that is prepared")
        return self

    def wait_seen(self) -> "Page":
        """Until the plan can be looked at."""
        until(lambda: self.js("return document.body?.dataset.ready === 'true'"), "page that is ready")
        drawn = "return document.querySelector('.pane.slice[data-slice]') !== null"
        until(lambda: self.js(drawn), "drawn slice")
        until(lambda: not self.css(".chip.bad"), "editing page")
        return self

    def css(self, selector: str) -> list[Any]:
        return self.driver.find_elements("css selector", selector)

    def one(self, selector: str) -> Any:
        return until(lambda: next(iter(self.css(selector)), None), selector)

    def texts(self, selector: str) -> list[str]:
        return self.js(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector
        )

    # What the page shows may be drawn anew at any moment: each of these is one look at it, by one script.
    def text(self, selector: str) -> str:
        self.one(selector)
        return self.js("return document.querySelector(arguments[0])?.textContent.trim() ?? ''", selector)

    def attribute(self, selector: str, name: str) -> str | None:
        self.one(selector)
        return self.js(
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1])", selector, name
        )

    def value(self, selector: str) -> str:
        self.one(selector)
        return self.js("return document.querySelector(arguments[0])?.value ?? ''", selector)

    def enabled(self, selector: str) -> bool:
        self.one(selector)
        return self.js("return document.querySelector(arguments[0])?.disabled === false", selector)

    def click(self, selector: str) -> None:
        """Presses where an element is, once it is in view."""
        self.one(selector)
        self.js("document.querySelector(arguments[0]).scrollIntoView({block: 'nearest'})", selector)
        self.press(*self.place(selector))

    def type_over(self, selector: str, text: str) -> None:
        """Chooses all of a field, types over it and leaves with Enter."""
        self.one(selector)
        self.js("const e = document.querySelector(arguments[0]); e.focus(); e.select()", selector)
        self.keys(text, "\ue007")

    def keys(self, *keys: str, held: str | None = None) -> None:
        """Keys as a person presses them, into whatever has the focus."""
        from selenium.webdriver import ActionChains

        chain = ActionChains(self.driver, duration=0)
        if held:
            for key in held:
                chain.key_down(key)
        for key in keys:
            chain.send_keys(key)
        if held:
            for key in held:
                chain.key_up(key)
        chain.perform()

    def focus(self, selector: str) -> None:
        self.one(selector)
        self.js("document.querySelector(arguments[0]).focus()", selector)

    def box(self, selector: str) -> tuple[float, float, float, float]:
        """Left, top, width and height of an element, CSS pixels of the page."""
        script = """
          const b = document.querySelector(arguments[0]).getBoundingClientRect();
          return [b.x, b.y, b.width, b.height];
        """
        return tuple(self.js(script, selector))

    def place(self, selector: str) -> tuple[float, float]:
        """Centre of an element, CSS pixels of the page."""
        x, y, width, height = self.box(selector)
        return x + width / 2, y + height / 2

    def attributes(self, selector: str, *names: str) -> list[list[str | None]]:
        """These attributes of all elements that a selector finds."""
        script = """
          const found = [...document.querySelectorAll(arguments[0])];
          return found.map(e => arguments[1].map(n => e.getAttribute(n)));
        """
        return self.js(script, selector, list(names))

    def px_per_mm(self, pane: str) -> float:
        """Magnification of a pane, by its scale bar."""
        selector = f"[data-pane={pane}] .scale-bar"
        return self.box(selector)[2] / float(self.text(selector).split()[0])

    def cross(self, pane: str) -> tuple[float, float]:
        """Where the crosshair of a pane is, CSS pixels of the page."""
        script = """
          const p = document.querySelector(`[data-pane=${arguments[0]}]`), b = p.getBoundingClientRect();
          const c = p.querySelector('.crosshair').dataset;
          return [b.x + p.clientLeft + Number(c.x), b.y + p.clientTop + Number(c.y)];
        """
        return tuple(self.js(script, pane))

    def fetched(self, path: str) -> Any:
        """JSON that the server gives this page."""
        script = """
          const headers = {Authorization: 'Bearer ' + sessionStorage.token}, done = arguments[1];
          fetch(arguments[0], {headers}).then(r => r.json()).then(done);
        """
        return self.driver.execute_async_script(script, path)

    def drag(
        self, start: tuple[float, float], end: tuple[float, float], steps: int = 6, release: bool = True
    ) -> None:
        """Press at ``start``, move to ``end`` in steps, and let go there."""
        self.hover(*start)
        self.mouse("mousePressed", *start)
        for i in range(1, steps + 1):
            at = [a + (b - a) * i / steps for a, b in zip(start, end, strict=True)]
            self.mouse("mouseMoved", *at)
        if release:
            self.mouse("mouseReleased", *end, buttons=0)

    def slice_of(self, pane: str) -> int:
        return int(self.attribute(f"[data-pane={pane}]", "data-slice"))

    def settled(self) -> None:
        """Waits until the page has drawn what it knows."""
        script = "const d = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(d))"
        self.driver.execute_async_script(script)

    def cursor(self) -> list[float]:
        return self.js("return window.seedwright.cursor()")

    def go(self, point: list[float]) -> None:
        self.js("window.seedwright.moveCursor(arguments[0])", list(map(float, point)))
        self.settled()

    def revision(self) -> int:
        return int(re.search(r"\d+", self.texts(".chip")[1]).group(0))

    def as_opened(self, tab: str) -> None:
        """Opens the page anew, takes back every edit, and shows a tab."""
        self.open()
        self.click("#tab-edits")
        while self.css("ol.edits li"):
            before = self.revision()
            self.click(".topbar .group button")
            until(lambda b=before: self.revision() != b, "undone edit")
        self.click(f"#tab-{tab}")
        self.at_rest()

    def figure(self, roi: str, key: str) -> float:
        """A metric's value as it stands on the screen."""
        return float(self.text(f'[data-roi={roi}] [data-metric="{key}"] .value').split()[0])

    def watch(self) -> None:
        """Takes in what browser and network said since the last time."""
        for entry in self.driver.get_log("browser"):
            if not any(part in entry["message"] for part in NOT_THE_PAGES):
                self.messages.append(f"{entry['level']} {entry['message']}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            if message["method"] == "Network.webSocketCreated":
                self.requests.append(message["params"]["url"])
