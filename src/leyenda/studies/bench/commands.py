"""Memory and waiting: whole commands in processes of their own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from leyenda.results.loading import load
from leyenda.results.simulate import cores
from leyenda.studies.bench.rows import Row, SkippedError, seconds
from leyenda.studies.bench.threads import all_of, load_average

UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024


def child(words: tuple[str, ...], **environment: str) -> tuple[float, float]:
    """Run `leyenda` with these words; seconds taken and peak memory in MB."""
    if not hasattr(os, "wait4"):
        raise SkippedError("this system does not say how much memory a process took")
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "leyenda", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SkippedError(f"leyenda {' '.join(words)} failed")
    return time.perf_counter() - begun, used.ru_maxrss / UNIT


def run(name: str, worlds: int, folder: str, *more: str) -> tuple[str, ...]:
    """The words of a run into a folder."""
    return "run", name, "--worlds", str(worlds), "--out", str(Path(folder) / f"{name}-{worlds}"), *more


def memory(few: int = 100, many: int = 1000, long: int = 40) -> Iterator[Row]:
    """Peak memory of a run, and what ten times the worlds add."""
    with tempfile.TemporaryDirectory() as folder:
        child(run("two-plazas", 1, folder))
        peaks = [child(run("two-plazas", worlds, folder, "--weeks", "104"))[1] for worlds in (few, many)]
        yield Row(f"peak memory, two-plazas, {few} worlds", (peaks[0],), "below 1000 MB", "104 weeks", " MB")
        yield Row(f"peak memory, two-plazas, {many} worlds", (peaks[1],), "below 1000 MB", "104 weeks", " MB")
        yield Row("what more worlds add", (peaks[1] / peaks[0],), "about 1", f"{many} worlds over {few}")
        peak = child(run("guadalajara-1985", long, folder))[1]
        yield Row(f"peak memory, guadalajara-1985, {long} worlds", (peak,), "below 1000 MB", "", " MB")


def waiting(repetitions: int = 5) -> Iterator[Row]:
    """What one waits for: the first compilation, the start of a run, the help."""
    with tempfile.TemporaryDirectory() as folder:
        cold = child(run("two-plazas", 1, folder), LEYENDA_CACHE=folder)[0]
        yield Row("first run ever, with compilation", (cold,), "below 25 s", f"two idle cores; load average {load_average()}", " s")
        warm = tuple(child(run("two-plazas", 1, f"{folder}/{turn}"))[0] for turn in range(repetitions))
        yield Row("run of one small world", warm, "", "two-plazas, once compiled", " s")
        yield Row("leyenda --help", tuple(child(("--help",))[0] for _ in range(repetitions)), "below 0.3 s", "", " s")


def whole_run(name: str = "guadalajara-1985", worlds: int = 200, repetitions: int = 3) -> Iterator[Row]:
    """The main job on all cores, once compiled: in memory, and with the run folder written."""
    scenario = load(name)
    all_of(scenario, 1, 1)
    alone = tuple(seconds(lambda: all_of(scenario, worlds, cores())) for _ in range(repetitions))
    note = f"{scenario.weeks} weeks, {cores()} cores, load average {load_average()}"
    yield Row(f"{worlds} worlds of {name}", alone, "below 10 s", note, " s")
    with tempfile.TemporaryDirectory() as folder:
        written = tuple(child(run(name, worlds, f"{folder}/{turn}"))[0] for turn in range(repetitions))
    yield Row("the same as a command, folder written", written, "", note, " s")
