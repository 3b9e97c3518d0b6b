"""`tps view` as a process and its page in a headless Chromium, driven as a hand would."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
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
    "--js-flags=--expose-gc",
)
WINDOW = (1440, 900)

# Nothing on a loaded machine takes longer, seconds.
LONGEST_S = 120.0


def until(found: Callable[[], Any], what: str) -> Any:
    """The first value of ``found`` that is true."""
    end = time.monotonic() + LONGEST_S
    while not (value := found()):
        if time.monotonic() > end:
            raise TimeoutError(f"no {what} within {LONGEST_S:g} s")
        time.sleep(0.005)
    return value


class Server:
    """`tps view` on a folder; ``begun`` is when the command was given (``time.monotonic``)."""

    def __init__(self, folder: Path, state: Path):
        self.log = state / "view.log"
        command = [sys.executable, "-m", "tps.cli", "view", str(folder), "--no-browser"]
        environment = os.environ | {"XDG_STATE_HOME": str(state), "PYTHONPATH": os.pathsep.join(sys.path)}
        self.begun = time.monotonic()
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment)
        self.address = until(self._printed, "address")

    def _printed(self) -> str | None:
        text = self.log.read_text(encoding="utf-8", errors="replace")
        if self.process.poll() is not None:
            raise RuntimeError(f"tps view has ended: {text[-1000:]}")
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*#token=\S+", text)
        return found.group(0) if found else None

    def stop(self) -> None:
        """As Ctrl-C does."""
        self.process.send_signal(2)
        self.process.wait(60)


class Page:
    """The page in a browser that runs already, as a person's does."""

    def __init__(self, profile: Path):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        service = Service(DRIVER)
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_script_timeout(LONGEST_S)
        self.driver.get("about:blank")
        self.process = psutil.Process(service.process.pid)
        metrics = {"width": WINDOW[0], "height": WINDOW[1], "deviceScaleFactor": 1, "mobile": False}
        self.tell("Emulation.setDeviceMetricsOverride", **metrics)

    def tell(self, method: str, **parameters: Any) -> Any:
        """A command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(method, parameters)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def mouse(
        self, kind: str, x: float, y: float, button: str = "left", buttons: int = 1, **more: Any
    ) -> None:
        """One real input event."""
        event = {"type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1}
        self.tell("Input.dispatchMouseEvent", **event | more)

    def press(self, x: float, y: float) -> None:
        self.mouse("mouseMoved", x, y, "none", 0)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y, buttons=0)

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
        script = "return window.seedwright.latencies[arguments[0]].length"
        before = self.js(script, kind)
        action()
        until(lambda: self.js(script, kind) > before, f"picture after a {kind}")
        return self.js("return window.seedwright.latencies[arguments[0]].at(-1)", kind)

    def at_rest(self) -> None:
        """Waits until nothing on the screen is a preview."""
        until(lambda: self.js("return !document.querySelector('.checked.preview')"), "exact figures")

    def close(self) -> None:
        self.driver.quit()


def processes(root: psutil.Process) -> list[psutil.Process]:
    """A process and all that it started."""
    return [root, *root.children(recursive=True)]


def cpu_s(root: psutil.Process) -> float:
    """Processor time of a process and all that it started, seconds."""
    return sum(sum(p.cpu_times()[:2]) for p in processes(root))


def memory_mb(root: psutil.Process) -> float:
    """Memory of a process and all that it started, MB; what they share is counted once."""
    return sum(p.memory_full_info().pss for p in processes(root)) / 2**20
