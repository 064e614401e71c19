"""The C side of a world: a header of structs made from its dtype, checked field by field, and the types of expressions."""

from dataclasses import dataclass
from typing import Any

import numpy as np

STORED = {"f8": "double", "i8": "int64_t", "u8": "uint64_t", "u1": "uint8_t"}
ORDER = "bif"


@dataclass(frozen=True)
class Type:
    """What an expression is: b truth, i whole, f real, u key, n nothing; record, array or tuple of such."""

    kind: str
    name: str = ""
    shape: tuple[int, ...] = ()
    parts: tuple["Type", ...] = ()

    def declare(self, variable: str) -> str:
        """A C declaration of a variable or parameter of this type."""
        if self.kind == "array" and len(self.shape) > 1:
            return f"{self.name} (*{variable})" + "".join(f"[{n}]" for n in self.shape[1:])
        return f"{self.c} {variable}"

    @property
    def c(self) -> str:
        """Its C name; arrays and records are pointers."""
        plain = {"b": "int64_t", "i": "int64_t", "f": "double", "u": "uint64_t", "n": "void"}
        return plain.get(self.kind) or (self.name if self.kind == "tuple" else f"{self.name} *")


TRUTH, WHOLE, REAL, KEY, NOTHING = (Type(kind) for kind in "bifun")
ELEMENT = {"f8": REAL, "i8": WHOLE, "u8": KEY, "u1": WHOLE}


def unify(one: Type | None, other: Type) -> Type:
    """The type that holds both."""
    if one is None or one == other:
        return other
    if one.kind in ORDER and other.kind in ORDER:
        return max(one, other, key=lambda kind: ORDER.index(kind.kind))
    raise TypeError(f"{one} and {other} in one place")


def tuple_of(parts: tuple[Type, ...]) -> Type:
    """A struct of several values."""
    return Type("tuple", "tuple_" + "".join(part.kind for part in parts), (), parts)


def code(dtype: np.dtype[Any]) -> str:
    """f8, i8, u8 or u1."""
    return dtype.base.str[1:]


def field(dtype: np.dtype[Any], path: str, name: str) -> Type:
    """The type of a field of a record whose struct has this path."""
    assert dtype.fields is not None
    kind = dtype.fields[name][0]
    if kind.names is not None:
        return Type("record", f"{path}_{name}")
    return Type("array", STORED[code(kind)], kind.shape) if kind.shape else ELEMENT[code(kind)]


def structs(dtype: np.dtype[Any], path: str, found: dict[str, np.dtype[Any]]) -> str:
    """C structs of a record, those inside first, with a check that every field lies where numpy has it."""
    text, lines, checks = "", [], []
    assert dtype.fields is not None
    found[path] = dtype
    for name, (kind, offset, *_) in dtype.fields.items():
        inner = kind.names is not None
        text += structs(kind, f"{path}_{name}", found) if inner else ""
        sizes = "".join(f"[{n}]" for n in kind.shape)
        lines.append(f"  {f'{path}_{name}' if inner else STORED[code(kind)]} m_{name}{sizes};")
        checks.append(f'_Static_assert(offsetof({path}, m_{name}) == {offset}, "{name}");')
    text += "typedef struct {\n" + "\n".join(lines) + f"\n}} {path};\n"
    return text + "\n".join(checks) + f'\n_Static_assert(sizeof({path}) == {dtype.itemsize}, "{path}");\n'
