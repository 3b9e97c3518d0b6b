"""View: how fast the dose follows the hand in the workstation, and how far a preview is off."""

import asyncio
import json
import resource
import time
from pathlib import Path

import aiohttp
import numpy as np
from aiohttp import web

from benchmarks.view_case import large_desk
from tps.workstation.application import make_application
from tps.workstation.guard import Guard
from tps.workstation.launch import listening
from tps.workstation.open_plan import room_around

# Messages of each drag; the first ones, which take hold of what is dragged, count too.
MOVES, QUICK_MOVES = 60, 15

# What a person's eye and hand ask for, milliseconds (95th percentile): the whole way to the glass.
WANTED_MS = {"a seed": 100, "a needle of 8 seeds": 150}

COMPARED = ("d90_gy", "v100", "v150", "mean_gy", "minimum_peripheral_dose_gy")


def run(options) -> dict:
    """Drag one seed and one needle through a real server, then compare with the full evaluation."""
    begun = time.perf_counter()
    desk = large_desk(options.quick)
    opened = time.perf_counter() - begun
    rows = asyncio.run(_dragged(desk, QUICK_MOVES if options.quick else MOVES))
    return {
        "voxels": list(desk.case.ct.grid.shape),
        "seeds": len(desk.moment.arrangement.seeds),
        "samples": len(desk.moment.basis.live.samples.points_mm),
        "grid": list(desk.moment.basis.live.grid.shape),
        "made_s": opened,
        "drags": rows,
        "error": errors(desk),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


async def _dragged(desk, moves: int) -> list[dict]:
    listener = listening()
    guard = Guard(listener.getsockname()[1])
    runner = web.AppRunner(make_application(room_around(desk, Path("/nowhere")), guard), access_log=None)
    await runner.setup()
    await web.SockSite(runner, listener).start()
    base = f"http://127.0.0.1:{guard.port}"
    async with aiohttp.ClientSession() as http, http.ws_connect(base + "/ws", origin=base) as line:
        await line.send_json({"type": "hello", "token": guard.key})
        await line.receive()
        rows = [await _drag(line, desk.revision, name, edits(desk, name, moves)) for name in WANTED_MS]
    await runner.cleanup()
    return rows


def edits(desk, name: str, moves: int) -> list[dict]:
    """The places that the hand goes through."""
    now = desk.moment.arrangement
    if name == "a seed":
        return [{"type": "move-seed", "seed": 20, "depth_mm": 33.0 + 0.05 * k} for k in range(moves)]
    tip = now.needle(3).tip_mm
    return [
        {"type": "move-needle", "needle": 3, "tip_mm": (tip + [0.05 * k, 0.0, 0.03 * k]).tolist()}
        for k in range(moves)
    ]


async def _drag(line, revision: int, name: str, places: list[dict]) -> dict:
    """Times from sending a place to having figures and dose, milliseconds."""
    took, worked = [], time.process_time()
    for serial, edit in enumerate(places):
        begun = time.perf_counter()
        await line.send_json({"type": "drag", "serial": serial, "base_revision": revision, "edit": edit})
        while (await line.receive()).type != aiohttp.WSMsgType.BINARY:
            pass
        took.append(1000 * (time.perf_counter() - begun))
    return {
        "what": name,
        "cpu_ms": 1000 * (time.process_time() - worked) / len(places),
        "median_ms": float(np.median(took)),
        "p95_ms": float(np.percentile(took, 95)),
        "wanted_ms": WANTED_MS[name],
    }


def errors(desk) -> dict:
    """Largest relative differences between a preview, once let go, and what is computed afresh."""
    edit = edits(desk, "a needle of 8 seeds", 30)[-1]
    preview = desk.drag(desk.revision, edit)
    begun = time.perf_counter()
    result = desk.evaluated(preview.moment)
    full_s = time.perf_counter() - begun
    seeds = preview.moment.arrangement.seeds
    fresh = desk.moment.basis.live.of(seeds)
    exact, shown = (found["Target"] for found in (result.evaluation.metrics, preview.figures.metrics))
    return {
        "full_evaluation_s": full_s,
        "grid": float(np.abs(preview.doses.on_grid / fresh.on_grid - 1).max()),
        "samples": float(np.abs(preview.doses.at_samples / fresh.at_samples - 1).max()),
        "metrics": {key: abs(shown[key] / exact[key] - 1) for key in COMPARED},
    }


def lines(result: dict) -> list[str]:
    """The table."""
    voxels = " x ".join(map(str, result["voxels"][::-1]))
    found = [
        f"{result['seeds']} seeds, CT of {voxels}, {result['samples']} samples, isodose grid"
        f" {json.dumps(result['grid'])}; server to client, before drawing",
        f"{'dragged':<22}{'median ms':>10}{'p95 ms':>10}{'processor ms':>14}{'wanted, drawn':>15}",
    ]
    found += [
        f"{r['what']:<22}{r['median_ms']:>10.0f}{r['p95_ms']:>10.0f}{r['cpu_ms']:>14.0f}{r['wanted_ms']:>15}"
        for r in result["drags"]
    ]
    error = result["error"]
    told = ", ".join(f"{key} {100 * value:.2f} %" for key, value in error["metrics"].items())
    found += [
        f"preview against fresh sums: grid {100 * error['grid']:.3f} %,"
        f" samples {100 * error['samples']:.4f} %",
        f"preview against the full evaluation ({error['full_evaluation_s']:.1f} s): {told}",
        f"memory of the server: {result['memory_mb']:.0f} MB",
    ]
    return found
