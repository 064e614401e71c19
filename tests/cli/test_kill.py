"""A run killed without warning, again and again, ends with the same bytes as one that was left alone."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups to kill")
KILLS = 20
WORDS = (sys.executable, "-m", "leyenda", "run", "two-plazas", "--weeks", "104", "--threads", "2")


def start(folder: Path, *words: str, worlds: int = 60) -> subprocess.Popen[bytes]:
    """Begin or continue a run in a process group of its own."""
    return subprocess.Popen(
        [*WORDS, "--worlds", str(worlds), "--out", str(folder), *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its relative path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def took(folder: Path) -> float:
    """Seconds that an undisturbed run takes."""
    shutil.rmtree(folder, ignore_errors=True)
    began = time.perf_counter()
    assert start(folder).wait() == 0
    return time.perf_counter() - began


def test_twenty_kills_leave_no_trace(tmp_path: Path) -> None:
    took(tmp_path / "whole")  # compiles, if need be
    seconds = took(tmp_path / "whole")
    moments = random.Random(1)
    kills = finished = 0
    while kills < KILLS or not finished:
        process = start(tmp_path / "run", "--resume")
        try:
            code = process.wait(moments.uniform(0.2, 1.0) * seconds if kills < KILLS else 120)
            assert code == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
            continue
        assert contents(tmp_path / "run") == contents(tmp_path / "whole")
        shutil.rmtree(tmp_path / "run")
        finished += 1


def interrupted(folder: Path, worlds: int) -> int:
    """The exit code of a run that is interrupted as soon as its first worlds are saved."""
    process = start(folder, worlds=worlds)
    while process.poll() is None and not list(folder.glob("parts/0*")):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    return process.wait(60)


def test_ctrl_c_leaves_a_run_that_can_be_resumed(tmp_path: Path) -> None:
    worlds = 120
    while (code := interrupted(tmp_path / f"run{worlds}", worlds)) == 0 and worlds < 10_000:
        worlds *= 3  # it was too quick for us
    assert code == 3
    assert start(tmp_path / f"run{worlds}", "--resume", worlds=worlds).wait() == 0
    assert start(tmp_path / "whole", worlds=worlds).wait() == 0
    assert contents(tmp_path / f"run{worlds}") == contents(tmp_path / "whole")
