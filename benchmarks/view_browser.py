"""`tps view` as a process and its page in a headless Chromium, driven as a hand would."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psutil

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")

# WebGL without a graphics card needs the first; the others are what a container asks for.
FLAGS = (
    "--enable-unsafe-swiftshader",
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--no-first-run",
)
WINDOW = (1440, 900)

# Nothing on a loaded machine takes longer, seconds; how often it is looked at.
LONGEST_S, LOOK_EVERY_S = 240.0, 0.02

ROOT = Path(__file__).parents[1]


def until(found: Callable[[], Any], what: str, seconds: float = LONGEST_S) -> Any:
    """The first value of ``found`` that is true; raises ``TimeoutError``, naming ``what``, without one."""
    end = time.monotonic() + seconds
    while not (value := found()):
        if time.monotonic() > end:
            raise TimeoutError(f"no {what} within {seconds:g} s")
        time.sleep(LOOK_EVERY_S)
    return value


def heeding_ctrl_c() -> None:
    """In the child: what a shell starts in the background ignores Ctrl-C, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Server:
    """`tps view` on a plan or a patient; ``address`` with the key in its fragment.

    ``begun`` is when the command was given (``time.monotonic``).
    """

    def __init__(self, *words: Any, log: Path, **environment: str):
        self.log = log
        command = [sys.executable, "-m", "tps.cli", "view", *map(str, words), "--no-browser", "--port", "0"]
        self.begun = time.monotonic()
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                command,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
                cwd=log.parent,
                preexec_fn=heeding_ctrl_c,
            )
        self.address = until(self._printed, "the server's address")

    def _printed(self) -> str | None:
        text = self.log.read_text(encoding="utf-8", errors="replace")
        if self.process.poll() is not None:
            raise RuntimeError(f"tps view ended with {self.process.returncode}: {text[-2000:]}")
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*#token=\S+", text)
        return found.group(0) if found else None

    @property
    def origin(self) -> str:
        return self.address.partition("/?")[0]

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    def stop(self, how: int = signal.SIGINT) -> None:
        """Ctrl-C, as a person ends it."""
        if self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Browser:
    """A headless Chromium with one window, driven by real input events."""

    def __init__(
        self, profile: Path, size: tuple[int, int] = WINDOW, flags: Sequence[str] = (), **capabilities: Any
    ):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*FLAGS, f"--user-data-dir={profile}", *flags):
            options.add_argument(flag)
        for name, value in capabilities.items():
            options.set_capability(f"goog:{name}", value)
        service = Service(DRIVER)
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_page_load_timeout(LONGEST_S)
        self.driver.set_script_timeout(LONGEST_S)
        self.driver.get("about:blank")
        self.process = psutil.Process(service.process.pid)
        self.resize(*size)

    def tell(self, method: str, **parameters: Any) -> Any:
        """A command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(method, parameters)

    def resize(self, width: int, height: int, ratio: float = 1.0) -> None:
        """The page's room in CSS pixels, and how many of the screen's pixels one of them is."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": ratio, "mobile": False}
        self.tell("Emulation.setDeviceMetricsOverride", **metrics)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def mouse(
        self, kind: str, x: float, y: float, button: str = "left", buttons: int = 1, **more: Any
    ) -> None:
        """One real input event of the mouse at a place of the page."""
        event = {"type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1}
        self.tell("Input.dispatchMouseEvent", **event | more)

    def hover(self, x: float, y: float) -> None:
        self.mouse("mouseMoved", x, y, "none", 0)

    def press(self, x: float, y: float) -> None:
        self.hover(x, y)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y, buttons=0)

    def wheel(self, x: float, y: float, notches: int) -> None:
        """So many notches of a mouse's wheel, downwards for a positive number."""
        for _ in range(abs(notches)):
            self.mouse("mouseWheel", x, y, "none", 0, deltaX=0, deltaY=100 if notches > 0 else -100)

    def at_rest(self) -> None:
        """Waits until all figures on the screen come from the full evaluation."""
        script = "return !document.querySelector('.checked.preview, .checked.stored')"
        until(lambda: self.js(script), "exact figures")

    def close(self) -> None:
        self.driver.quit()


class Page(Browser):
    """The page in a browser that runs already, as a person's does, and tells times."""

    def place(self, selector: str, across: float = 0.5) -> tuple[float, float]:
        """A place on an element: in the middle of its height, this part of its width from the left."""
        script = """
          const b = document.querySelector(arguments[0])?.getBoundingClientRect();
          return b && [b.x + b.width * arguments[1], b.y + b.height / 2];
        """
        return tuple(until(lambda: self.js(script, selector, across), selector))

    def times(self, kind: str) -> list[float]:
        """What the page has measured so far, milliseconds."""
        return self.js("return window.seedwright.latencies[arguments[0]]", kind)

    def timed(self, kind: str, action: Callable[[], None]) -> float:
        """Milliseconds from an input to the picture of what it did, by the page's own clock."""
        # Their number alone does not grow for ever: the page forgets the oldest of a thousand.
        script = (
            "const all = window.seedwright.latencies[arguments[0]]; return [all.length, ...all.slice(-8)]"
        )
        before = self.js(script, kind)
        action()
        until(lambda: self.js(script, kind) != before, f"picture after a {kind}")
        return self.js("return window.seedwright.latencies[arguments[0]].at(-1)", kind)


def processes(root: psutil.Process) -> list[psutil.Process]:
    """A process and all that it started."""
    return [root, *root.children(recursive=True)]


def cpu_s(root: psutil.Process) -> float:
    """Processor time of a process and all that it started, seconds."""
    return sum(sum(p.cpu_times()[:4]) for p in processes(root))  # own, and of children that have ended


def memory_mb(root: psutil.Process) -> float:
    """Memory of a process and all that it started, MB; what they share is counted once."""
    return sum(p.memory_full_info().pss for p in processes(root)) / 2**20
