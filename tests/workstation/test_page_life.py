"""The page in real life: a lost line, a killed server, keys alone, a page that pries, what is left behind."""

import http.server
import json
import shutil
import signal
import socket
import subprocess
import threading
from pathlib import Path

import pytest
from selenium.webdriver import Keys
from workstation_page import Page, Server, need_browser, until

SEED = 5
# What the scan says its patient is called.
PATIENT = "TEST^EXPORT"
# Lets a test break the page's line to the server, as a sleeping laptop does.
HOLD_SOCKETS = """
  window.sockets = [];
  const Real = window.WebSocket;
  window.WebSocket = class extends Real { constructor(...a) { super(...a); window.sockets.push(this); } };
"""
FOCUSED = """
  const e = document.activeElement, s = getComputedStyle(e);
  const line = e.querySelector(':scope > .focus');
  const drawn = s.outlineStyle !== 'none' || (line && getComputedStyle(line).stroke !== 'none') ||
    (e.matches('.handle') && getComputedStyle(e.querySelector('.shape')).strokeWidth === '3px');
  const at = e.closest('[data-pane]')?.dataset.pane ?? '';
  const row = e.dataset.seedRow ?? e.dataset.needleRow ?? '';
  return [e.tagName, e.dataset.seed ?? '', row, at, e.id, Boolean(drawn)];
"""


@pytest.fixture
def opened(tmp_path):
    """A server on a plan of its own, and its page; both may be broken."""
    from hand_plans import write_hand_plan

    need_browser()
    plan = write_hand_plan(tmp_path)
    server = Server(plan, log=tmp_path / "view.log")
    page = Page(server.address, tmp_path / "profile")
    page.server, page.folder = server, plan
    yield page
    page.close()
    server.stop()


def start_drag(page, plan):
    """A seed in mid-drag, its preview on the screen; its depth before."""
    seed = next(s for s in plan["seeds"] if s["id"] == SEED)
    page.click("#tab-seeds")
    page.go(seed["position_mm"])
    selector = f'[data-pane=sagittal] [data-seed="{SEED}"] .grip'
    page.press(*page.place(selector))
    until(lambda: page.attribute(f'[data-seed-row="{SEED}"]', "aria-selected") == "true", "chosen seed")
    before = depth_of(page)
    x, y = page.place(selector)
    page.drag((x, y), (x + 3 * page.px_per_mm("sagittal"), y), release=False)
    until(lambda: depth_of(page) != before, "preview")
    return before


def depth_of(page):
    return float(page.value(f'[data-seed-row="{SEED}"] input'))


def test_a_line_that_breaks_in_mid_drag_commits_nothing_and_comes_back(opened):
    page = opened
    page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HOLD_SOCKETS})
    page.open()
    plan = json.loads((page.folder / "plan.json").read_text())
    revision = page.revision()
    before = start_drag(page, plan)
    page.js("window.sockets.at(-1).close()")
    said = until(lambda: page.text("#banner"), "banner")
    assert "nothing was changed" in said or "is lost" in said
    until(lambda: depth_of(page) == before, "the place before")
    until(lambda: not page.css(".chip.bad"), "line to the server")
    page.mouse("mouseReleased", 5, 5, buttons=0)
    page.settled()
    assert (page.revision(), depth_of(page)) == (revision, before)
    assert page.fetched("/api/state")["plan"]["edits"] == []


def test_a_killed_server_commits_nothing_and_the_next_one_puts_the_work_back(opened, tmp_path):
    page = opened
    plan = json.loads((page.folder / "plan.json").read_text())
    page.click("#tab-seeds")
    first = depth_of(page)
    page.type_over(f'[data-seed-row="{SEED}"] input', str(first + 1))
    until(lambda: page.revision() == 2, "edit")
    page.at_rest()
    start_drag(page, plan)
    page.server.stop(signal.SIGKILL)
    until(lambda: page.text("#banner"), "banner")
    until(lambda: depth_of(page) == first + 1, "the place before the drag")
    again = Server(page.folder, log=tmp_path / "again.log")
    try:
        page.open(again.address)
        assert "put back" in page.text("#message")
        page.click("#tab-seeds")
        assert depth_of(page) == first + 1
        assert len(page.fetched("/api/state")["plan"]["edits"]) == 1
    finally:
        again.stop()


def test_a_seed_is_found_moved_and_put_back_by_keys_alone(page):
    page.open()
    page.js("document.activeElement?.blur()")
    reached, unseen = set(), []
    seed = None
    for _ in range(140):
        page.keys(Keys.TAB)
        tag, number, row, pane, name, drawn = page.js(FOCUSED)
        reached.add(pane or name or row)
        if not drawn:
            unseen.append((tag, number, row, pane, name))
        if number and seed is None and pane == "axial":
            seed = number
            page.keys(Keys.ENTER)
            revision = page.revision()
            page.keys(Keys.ARROW_UP)
            until(lambda r=revision: page.revision() != r, "edit by a key")
            assert page.js(FOCUSED)[1] == seed, "the focus stays on the seed"
            page.at_rest()
            page.keys("z", held=Keys.CONTROL)
            until(lambda: not page.fetched("/api/state")["plan"]["edits"], "undone edit")
            page.at_rest()
        if {"axial", "sagittal", "coronal", "space", "needle", "tab-needles", "4"} <= reached:
            break
    assert seed is not None
    assert {"axial", "sagittal", "coronal", "space", "needle", "tab-needles", "1", "4"} <= reached
    assert not unseen


def test_every_row_of_seeds_is_reached_by_keys(page):
    page.open()
    page.focus("#tab-needles")
    page.keys(Keys.ARROW_RIGHT)
    until(lambda: page.attribute("#tab-seeds", "aria-selected") == "true", "tab of the seeds")
    rows = [number for (number,) in page.attributes("[data-seed-row]", "data-seed-row")]
    page.keys(Keys.TAB)
    reached = [page.js(FOCUSED)[2]]
    for _ in rows[1:]:
        page.keys(Keys.ARROW_DOWN)
        *_, row, _, _, drawn = page.js(FOCUSED)
        reached.append(row)
        assert drawn
    assert reached == rows
    page.keys(Keys.ENTER)
    until(lambda: page.attribute(f'[data-seed-row="{rows[-1]}"]', "aria-selected") == "true", "chosen row")


def test_every_control_has_a_name(page):
    page.open()
    for tab in ("needles", "seeds", "structures", "edits", "steer", "compare"):
        page.click(f"#tab-{tab}")
        page.settled()
        page.driver.execute_cdp_cmd("Accessibility.enable", {})
        tree = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        wanted = {
            "button",
            "textbox",
            "spinbutton",
            "combobox",
            "checkbox",
            "slider",
            "tab",
            "table",
            "dialog",
        }
        nameless = [
            node["role"]["value"]
            for node in tree
            if not node["ignored"]
            and node["role"]["value"] in wanted
            and not node.get("name", {}).get("value")
        ]
        assert len(tree) > 100
        assert nameless == []


def test_a_page_of_another_port_reads_and_changes_nothing(page, view_server, tmp_path):
    page.open()
    revision = page.revision()
    (tmp_path / "index.html").write_text("<!doctype html><title>other</title>")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *a, **k):
            super().__init__(*a, directory=str(tmp_path), **k)

        def log_message(self, *a):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page.driver.get(f"http://127.0.0.1:{other.server_port}/")
        script = """
          const [origin, token, done] = arguments, headers = {Authorization: 'Bearer ' + token};
          const tried = f => f.then(r => r.text()).then(() => 'read', () => 'refused');
          const socket = new Promise(answer => {
            const s = new WebSocket(origin.replace('http', 'ws') + '/ws');
            s.onopen = () => answer('read');
            s.onerror = () => answer('refused');
          });
          Promise.all([
            tried(fetch(origin + '/')), tried(fetch(origin + '/api/state', {headers})),
            tried(fetch(origin + '/api/undo', {method: 'POST', headers, body: '{}'})), socket,
          ]).then(done);
        """
        found = page.driver.execute_async_script(script, view_server.origin, view_server.token)
        other.shutdown()
    assert found == ["refused"] * 4
    page.open()
    assert page.revision() == revision


def test_the_server_listens_on_this_machine_alone_and_its_key_is_in_no_command_line(view_server):
    port = int(view_server.origin.rpartition(":")[2])
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    mine = [line[1] for line in listening if line[3] == "0A" and int(line[1].split(":")[1], 16) == port]
    assert mine == [f"0100007F:{port:04X}"]
    assert not any(
        f":{port:04X}" in line.split()[1] for line in Path("/proc/net/tcp6").read_text().splitlines()[1:]
    )
    if shutil.which("ps"):
        assert view_server.token not in subprocess.run(["ps", "axww"], capture_output=True, text=True).stdout
    with socket.create_connection(("127.0.0.1", port), 5):
        pass


def test_nothing_of_the_patient_is_left_in_the_browser(opened):
    page = opened
    profile = Path(page.profile)
    page.click('[data-needle-row="2"]')
    page.watch()
    address, title = page.js("return [location.href, document.title]")
    page.close()
    words = [PATIENT, PATIENT.replace("^", " ")]
    kept = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    # A row of the scan's water, as it was sent: 1024 + 10 - 1024 = 10 HU.
    kept.append((10).to_bytes(2, "little") * 40)
    files = [p for p in profile.rglob("*") if p.is_file()]
    assert len(files) > 10
    found = [(p.name, word[:20]) for p in files for word in kept if word in p.read_bytes()]
    assert found == []
    assert not any(word in address + title for word in words)
    assert not any(word in message for word in words for message in page.messages)
