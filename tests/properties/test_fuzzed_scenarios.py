"""A scenario with a cell changed at random is refused in a sentence, or runs and stays sound: never a traceback, never a hang."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from invariants import violations

import leyenda
from leyenda.engine import build, compiled
from leyenda.scenario.loading import BUILT_IN

SOURCE = BUILT_IN / "two-plazas"
TABLES = sorted(path.name for path in SOURCE.glob("*.csv"))
CELLS = st.one_of(st.sampled_from(["", "0", "1", "-1", "0.5", "1e-9", "400", "home", "abroad", "Sierra"]), st.floats(0, 1e4).map(str))
WEEKS = 60


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(table=st.sampled_from(TABLES), row=st.integers(0, 50), column=st.integers(0, 20), cell=CELLS)
def test_a_changed_cell_is_refused_or_runs(table: str, row: int, column: int, cell: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(SOURCE, Path(folder) / "scenario"))
        lines = (copy / table).read_text("utf-8").splitlines()
        rows = [at for at, line in enumerate(lines) if not line.startswith("#")]
        at = rows[row % len(rows)]
        cells = lines[at].split(",")
        cells[column % len(cells)] = cell
        (copy / table).write_text("\n".join([*lines[:at], ",".join(cells), *lines[at + 1 :]]), "utf-8")
        try:
            scenario = leyenda.load(copy)
        except leyenda.InputError as refused:
            event("refused")
            assert "\n" not in str(refused)
            return
    event("runs")
    block = build.first(scenario, 0, 1)
    compiled.start(block)
    compiled.advance(block, 0, WEEKS)
    assert not block["error"] and violations(block) == []
