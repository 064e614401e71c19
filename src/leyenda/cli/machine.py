"""leyenda doctor and leyenda bench: whether this machine can run everything, and how fast."""

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from leyenda.cli.errors import DONE, NO

OLDEST = (3, 11)
ROOM = 1.0
Check = tuple[str, bool, str]


def doctor() -> int:
    """Check that this machine can run everything."""
    results = [result for check in CHECKS for result in check()]
    for name, well, says in results:
        print(f"{'ok ' if well else 'NO '} {name:<10} {says}")
    return DONE if all(well for _, well, _ in results) else NO


def python() -> Iterator[Check]:
    """Python is recent enough."""
    yield (
        "python",
        sys.version_info >= OLDEST,
        f"{platform.python_version()} (at least {'.'.join(map(str, OLDEST))} is needed)",
    )


def compiler() -> Iterator[Check]:
    """Numba compiles."""
    try:
        import numba

        yield "numba", numba.njit(lambda x: x + 1)(1) == 2, f"{numba.__version__} compiles"
    except Exception as error:
        yield "numba", False, f"does not work: {error}"


def cache() -> Iterator[Check]:
    """Compiled code can be kept."""
    from leyenda.engine.source import cache_folder

    folder = cache_folder()
    yield "cache", os.access(folder, os.W_OK), f"compiled code is kept in {folder}"


def threads() -> Iterator[Check]:
    """How many worlds run at a time."""
    from leyenda.results.simulate import cores

    yield "threads", True, f"{cores()} worlds run at a time"


def disk() -> Iterator[Check]:
    """There is room for results here."""
    here = Path.cwd()
    free = shutil.disk_usage(here).free / 1e9
    writable = os.access(here, os.W_OK)
    says = f"{free:.0f} GB free in {here} (200 worlds take about 0.1)" if writable else f"nothing can be written in {here}"
    yield "disk", free >= ROOM and writable, says


CHECKS: tuple[Callable[[], Iterator[Check]], ...] = (python, compiler, cache, threads, disk)


def bench() -> int:
    """Measure how fast it runs here."""
    from leyenda.studies.bench import main

    main()
    return DONE
