"""Columns of a run as arrays over (world, week, ...), read from the parts when somebody looks at them."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import numpy as np
import xarray as xr
from xarray.backends import BackendArray
from xarray.core import indexing

from leyenda.base.fields import Record


class Column(BackendArray):
    """One variable of a Dataset; `load` fetches it once, on first use."""

    def __init__(self, shape: tuple[int, ...], load: Callable[[], np.ndarray]) -> None:
        self.shape = shape
        self.dtype = np.dtype("f8")
        self.load = load
        self.values: np.ndarray | None = None

    def __getitem__(self, key: indexing.ExplicitIndexer) -> Any:
        return indexing.explicit_indexing_adapter(key, self.shape, indexing.IndexingSupport.BASIC, self.pick)

    def pick(self, key: tuple[Any, ...]) -> Any:
        """The values at an index."""
        if self.values is None:
            self.values = self.load()
        return self.values[key]


def dataset(
    names: Iterable[str], record: Record, coords: Mapping[str, Any], load: Callable[[str], np.ndarray]
) -> xr.Dataset:
    """A Dataset with one lazy variable per name; unit and meaning come from the record's fields.

    coords: the coordinate of each dimension, in order; load: gives the named values in that shape.
    """
    shape = tuple(len(values) for values in coords.values())
    variables = {}
    for name in names:
        field = record.fields.get(name)
        about = {"units": field.unit, "long_name": field.meaning} if field else {}
        lazy = indexing.LazilyIndexedArray(Column(shape, partial(load, name)))
        variables[name] = xr.Variable(tuple(coords), lazy, about)
    return xr.Dataset(variables, coords=dict(coords))


def scatter(shape: tuple[int, ...], places: tuple[np.ndarray, ...], values: np.ndarray) -> np.ndarray:
    """Values at their places in an array that is not-a-number everywhere else."""
    full = np.full(shape, np.nan)
    full[places] = values
    return full
