"""Two worlds compared field by field: the bytes between the fields of a record mean nothing."""

from typing import Any


def different(a: Any, b: Any, path: str = "") -> list[str]:
    """The columns in which two blocks differ."""
    if a.dtype.names is None:
        return [] if a.tobytes() == b.tobytes() else [path]
    return [column for name in a.dtype.names for column in different(a[name], b[name], f"{path}.{name}".lstrip("."))]
