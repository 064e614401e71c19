"""Whatever bytes a scenario's files hold, loading gives a scenario or an InputError of one line."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leyenda.scenario import InputError, Scenario
from leyenda.scenario.loading import BUILT_IN

ROW = st.integers(0, 200)
SOURCE = BUILT_IN / "two-plazas"
FILES = sorted(path.name for path in SOURCE.iterdir())
NASTY = [
    b"",
    b"\0",
    b"\xff",
    b"\r",
    b'"',
    b"#",
    b";",
    b",",
    b"nan",
    b"-1",
    b"1e999",
    b"=",
    b"[",
    b"0x" + b"f" * 9999,
    b"1" * 5000,
]
BITS = st.one_of(st.sampled_from(NASTY), st.binary(max_size=4), st.text(max_size=4).map(lambda text: text.encode()))


Read = Callable[[Path], Scenario]


def outcome(read: Read, name: str, content: bytes) -> str:
    """What loading says when one file holds these bytes; the empty text if it loads."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(SOURCE, Path(folder) / "scenario"))
        (copy / name).write_bytes(content)
        try:
            assert isinstance(read(copy), Scenario)
        except InputError as error:
            return str(error)
    return ""


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(FILES), where=st.integers(0, 10_000), length=st.integers(0, 40), instead=BITS)
def test_changed_bytes(read: Read, name: str, where: int, length: int, instead: bytes) -> None:
    content = (SOURCE / name).read_bytes()
    where %= len(content)
    message = outcome(read, name, content[:where] + instead + content[where + length :])
    assert message.isprintable() and len(message) < 700


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(FILES),
    one=ROW,
    other=ROW,
    how=st.sampled_from(["drop", "double", "move", "cut"]),
    instead=BITS,
)
def test_changed_lines(read: Read, name: str, one: int, other: int, how: str, instead: bytes) -> None:
    lines = [line for line in (SOURCE / name).read_bytes().split(b"\n") if not line.startswith(b"#")]
    one, other = one % len(lines), other % len(lines)
    if how == "cut":
        cells = lines[one].split(b",")
        cells[other % len(cells)] = instead
        lines[one] = b",".join(cells)
    else:
        line = lines[one] if how == "double" else lines.pop(one)
        lines[other:other] = [] if how == "drop" else [line]
    message = outcome(read, name, b"\n".join(lines))
    assert message.isprintable() and len(message) < 700
