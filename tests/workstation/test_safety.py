"""Who may talk to the server of the workstation, and what its answers carry."""

import asyncio
import json
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

import aiohttp
import pytest
from hand_plans import write_hand_plan
from workstation_visits import opened_desk, opened_room, visiting

from tps.errors import BadInput
from tps.formats.own_file import own_file
from tps.workstation import launch, line
from tps.workstation.application import page_content
from tps.workstation.guard import HEADERS, MOST_BODY_BYTES, MOST_MESSAGE_BYTES, Guard
from tps.workstation.launch import address, listening, redirect_page

DATA = ["/api/state", "/api/ct", "/api/dose", "/api/contours", "/api/point?x=0&y=0&z=0"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return opened_desk(write_hand_plan(tmp_path_factory.mktemp("hand")))


@pytest.fixture
def room(desk):
    return opened_room(desk)


@pytest.mark.parametrize("path", DATA)
def test_without_the_key_of_this_run_nothing_is_told(room, path):
    async def visit(make):
        page = make()
        for key in (None, "Bearer ", "Bearer wrong", f"Basic {page.guard.key}", page.guard.key):
            status, _, content = await page.get(path, Authorization=key)
            assert status == 401 and set(json.loads(content)) == {"error", "kind"}
        assert (await page.get(path))[0] == 200

    visiting(room, visit)


@pytest.mark.parametrize("path", ["/", "/api/state", "/static/page.js", "/nowhere", "/ws"])
def test_another_name_of_the_host_is_refused_before_anything_else(room, path):
    async def visit(make):
        page = make()
        for host in (
            "evil.example",
            f"evil.example:{page.guard.port}",
            "127.0.0.1",
            f"[::1]:{page.guard.port}",
        ):
            assert (await page.get(path, Host=host))[0] == 403
        named = f"localhost:{page.guard.port}"
        assert (await page.get("/api/state", Host=named, Origin=f"http://{named}"))[0] == 200

    visiting(room, visit)


def test_other_pages_can_change_and_read_nothing(room):
    async def visit(make):
        page = make()
        await page.connect()
        port = page.guard.port
        foreign = [
            "https://evil.example",
            "null",
            f"http://127.0.0.1:{port + 1}",
            f"https://127.0.0.1:{port}",
        ]
        for origin in foreign:
            assert (await page.post("/api/undo", Origin=origin))[0] == 403
            status, headers, _ = await page.get("/api/state", Origin=origin)
            assert status == 403 and not [h for h in headers if h.lower().startswith("access-control")]
        assert (await page.post("/api/undo", Origin=None))[0] == 403
        for origin in (*foreign, None):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await page.http.ws_connect(page.base + "/ws", headers={"Origin": origin} if origin else {})
            assert refused.value.status == 403

    visiting(room, visit)


def test_a_form_of_another_page_is_no_json(room):
    async def visit(make):
        page = make()
        await page.connect()
        async with page.http.post(page.base + "/api/undo", data={"a": "b"}, headers=page.headers()) as answer:
            assert answer.status == 415

    visiting(room, visit)


def test_nothing_is_changed_by_asking(room):
    async def visit(make):
        page = make()
        for path in ("/api/edit", "/api/undo", "/api/redo", "/api/original"):
            assert (await page.get(path))[0] == 405

    before = room.desk.revision
    visiting(room, visit)
    assert room.desk.revision == before


def test_every_answer_carries_the_headers_of_safety_and_none_a_cookie(room):
    async def visit(make):
        page = make()
        for path, changes in (
            ("/", {}),
            ("/api/state", {}),
            ("/nowhere", {}),
            ("/", {"Host": "evil"}),
            ("/api/ct", {}),
        ):
            _, headers, _ = await page.get(path, **changes)
            assert {name: headers.get(name) for name in HEADERS} == HEADERS, path
            assert "Set-Cookie" not in headers and "Server" not in headers
        policy = HEADERS["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy

    visiting(room, visit)


def test_a_line_says_who_it_is_within_two_seconds(room, monkeypatch):
    assert line.HELLO_S == 2.0
    monkeypatch.setattr(line, "HELLO_S", 0.3)

    async def closed_with(page, *texts):
        socket = await page.http.ws_connect(page.base + "/ws", headers={"Origin": page.base})
        for text in texts:
            await socket.send_str(text)
        message = await socket.receive(timeout=10)
        assert message.type == aiohttp.WSMsgType.CLOSE
        return socket.close_code

    async def visit(make):
        page = make()
        assert await closed_with(page) == line.UNKNOWN_VISITOR
        for said in ("{}", "no json", "[]", '{"type": "hello"}', '{"type": "hello", "token": 3}'):
            assert await closed_with(page, said) == line.UNKNOWN_VISITOR
        wrong = json.dumps({"type": "hello", "token": "a" * 43})
        assert await closed_with(page, wrong) == line.UNKNOWN_VISITOR
        assert room.visitors == []
        assert (await page.connect())["role"] == "editor"

    visiting(room, visit)


def test_what_is_too_large_is_refused(room):
    async def visit(make):
        page = make()
        await page.connect()
        status, _ = await page.post(
            "/api/edit", {"base_revision": 1, "edit": {"type": "a" * MOST_BODY_BYTES}}
        )
        assert status == 413
        await page.line.send_str("a" * (MOST_MESSAGE_BYTES + 1))
        message = await page.line.receive(timeout=10)
        assert message.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)

    visiting(room, visit)


def test_a_fault_is_one_message_without_what_it_was_about(room, monkeypatch):
    def broken(*_):
        raise KeyError("Jane^Doe")

    monkeypatch.setattr("tps.workstation.routes_look.state_entry", broken)

    async def visit(make):
        status, _, content = await make().get("/api/state")
        assert status == 500
        assert json.loads(content) == {"error": "a fault of this program: KeyError", "kind": "unknown"}

    visiting(room, visit)


@pytest.mark.parametrize(
    "document",
    [{}, {"base_revision": 1}, {"base_revision": True, "edit": {}}, {"base_revision": 1, "edit": []}],
)
def test_requests_that_are_none_are_said_so(room, document):
    async def visit(make):
        page = make()
        await page.connect()
        status, answer = await page.post("/api/edit", document)
        assert status == 422 and answer["kind"] == "bad-input"
        headers = page.headers() | {"Content-Type": "application/json"}
        for text in (b"{", b"[]", b"\xff"):
            async with page.http.post(page.base + "/api/edit", data=text, headers=headers) as found:
                assert found.status == 422

    visiting(room, visit)


def test_a_second_page_reads_only_until_the_first_has_gone(room):
    async def visit(make):
        first, second = make(), make()
        assert (await first.connect())["role"] == "editor"
        assert (await second.connect())["role"] == "reader"
        assert (await second.json("/api/state"))["role"] == "reader"
        assert (await first.json("/api/state"))["role"] == "editor"
        lock = {"base_revision": room.desk.revision, "edit": {"type": "lock", "needle": 1}}
        for session in (second.session, None, "x"):
            status, answer = await second.post("/api/edit", lock, X_Session=session)
            assert status == 409 and answer["kind"] == "read-only"
        await second.line.send_json({"type": "drag", "serial": 7, **lock})
        said = await second.hear("error")
        assert said["serial"] == 7 and "read-only" in said["message"]
        plan = await first.do("/api/edit", lock)
        assert (await second.hear("plan"))["plan"]["revision"] == plan["revision"]
        await first.line.close()
        assert (await second.hear("role"))["role"] == "editor"
        assert (await second.do("/api/undo"))["revision"] == plan["revision"] + 1

    visiting(room, visit)


def test_the_page_is_made_of_its_own_files_alone(room):
    for name in (
        "../guard.py",
        "a/../../guard.py",
        "/etc/passwd",
        ".hidden.js",
        "",
        "page",
        "guard.py",
        "..%2fguard.py",
    ):
        assert page_content(name) is None, name

    async def visit(make):
        page = make()
        for path in (
            "/static/../guard.py",
            "/static/..%2f..%2fguard.py",
            "/static/%2e%2e/guard.py",
            "/static/x.py",
        ):
            assert (await page.get(path))[0] == 404, path

    visiting(room, visit)


def test_the_server_listens_on_the_loopback_address_alone():
    with listening() as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
        port = listener.getsockname()[1]
        with pytest.raises(BadInput, match=f"port {port} cannot be used"):
            listening(port)
    for port in (-1, 65536):
        with pytest.raises(BadInput, match="expected 0|Expected: 0"):
            listening(port)


def test_each_run_has_a_key_of_256_bits_that_stands_behind_the_hash():
    guards = [Guard(8000) for _ in range(20)]
    keys = {guard.key for guard in guards}
    assert len(keys) == 20 and all(len(key) >= 43 for key in keys)
    assert guards[0].key not in repr(guards[0])
    page = address(guards[0], "zh")
    assert page.partition("#")[2] == f"token={guards[0].key}" and guards[0].key not in page.partition("#")[0]
    assert page.startswith("http://127.0.0.1:8000/?lang=zh#")


def test_the_browser_is_led_by_a_file_of_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    page = redirect_page('http://127.0.0.1:1/?lang=en#token="><script>')
    assert "<script>" not in page
    with own_file(page, suffix=".html") as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_text() == page and path.suffix == ".html"
    assert list(tmp_path.iterdir()) == []


def test_the_command_serves_opens_the_browser_and_ends_with_ctrl_c(tmp_path):
    """As a user does it: the browser gets a file, no key stands on a command line, Ctrl-C ends at once."""
    folder = write_hand_plan(tmp_path)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\ncat "${{1#file://}}" > {tmp_path}/page\n')
    browser.chmod(0o700)
    code = f"""
import os, signal, sys, _thread, threading, time, pathlib
signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs of a shell ignore it
os.environ["XDG_STATE_HOME"] = {str(tmp_path / "state")!r}
os.environ["BROWSER"] = {str(browser)!r}
def stop():
    while not (pathlib.Path({str(tmp_path)!r}) / "page").exists():
        time.sleep(0.1)
    time.sleep(0.5)
    _thread.interrupt_main()
threading.Thread(target=stop, daemon=True).start()
sys.argv = ["tps", "view", {str(folder)!r}]
from tps.cli.app import main
main()
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert found.returncode == 0, found.stderr
    assert "End with Ctrl-C" in found.stdout and "token" not in found.stdout
    assert "token" not in (tmp_path / "opened").read_text()
    key = re.search(r"#token=([\w-]{43})", (tmp_path / "page").read_text())
    assert key and not Path((tmp_path / "opened").read_text().strip().removeprefix("file://")).exists()


def test_a_server_that_everybody_has_left_ends(room, monkeypatch):
    monkeypatch.setattr(launch, "DESERTED_S", 0.3)
    monkeypatch.setattr(launch, "LOOK_EVERY_S", 0.05)
    said = []
    with listening() as listener:
        port = listener.getsockname()[1]

        async def come_and_go():
            while not said:
                await asyncio.sleep(0.05)
            key = said[0].partition("token=")[2].split()[0]
            base = f"http://127.0.0.1:{port}"
            async with aiohttp.ClientSession() as http, http.ws_connect(base + "/ws", origin=base) as line:
                await line.send_json({"type": "hello", "token": key})
                assert (await line.receive_json())["role"] == "editor"
                await asyncio.sleep(0.5)  # longer than it waits: nobody has left yet
                assert len(said) == 1

        visit = threading.Thread(target=lambda: asyncio.run(come_and_go()))
        visit.start()
        launch.serve(lambda _: room, listener, launch.Opening(False, said.append))
        visit.join()
    assert "ended" in said[-1] and len(said) == 2


def test_the_command_says_what_is_wrong(tmp_path, monkeypatch, capsys):
    from tps.cli.app import main

    for words, code, said in (
        (["view", str(tmp_path / "no")], 4, "is not there"),
        (["view", str(tmp_path), "--lang", "fr"], 2, "en or zh"),
        (["view", str(tmp_path), "--port", "70000"], 4, "port 70000"),
    ):
        monkeypatch.setattr(sys, "argv", ["tps", *words])
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == code and said in capsys.readouterr().err
