"""Expressions of the rules' Python as C, each with its type."""

import ast
from typing import TYPE_CHECKING

from leyenda.studies.bench.types_in_c import ELEMENT, KEY, REAL, STORED, TRUTH, WHOLE, Type, field, unify

if TYPE_CHECKING:
    from leyenda.studies.bench.twin import Twin

SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.RShift: ">>", ast.BitXor: "^", ast.Lt: "<", ast.LtE: "<=",
    ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.And: "&&", ast.Or: "||",
}
CASTS = {"int": WHOLE, "np.int64": WHOLE, "float": REAL, "np.float64": REAL, "np.uint64": KEY}
Value = tuple[Type, str]


class Expressions:
    """Expressions within one function: what its locals are, and where else a name may come from."""

    twin: "Twin"
    types: dict[str, Type]

    def value(self, node: ast.expr) -> Value:
        """An expression's type and text."""
        found: Value = getattr(self, f"of_{type(node).__name__}")(node)
        return found

    def of_Name(self, node: ast.Name) -> Value:
        if node.id in self.types:
            return self.types[node.id], f"v_{node.id}"
        return self.twin.constant(node.id)

    def of_Constant(self, node: ast.Constant) -> Value:
        if isinstance(node.value, bool):
            return TRUTH, str(int(node.value))
        if isinstance(node.value, int):
            return WHOLE, f"INT64_C({node.value})"
        assert isinstance(node.value, float)
        return REAL, node.value.hex()

    def of_Attribute(self, node: ast.Attribute) -> Value:
        kind, text = self.value(node.value)
        found = field(self.twin.records[kind.name], kind.name, node.attr)
        return found, f"(&{text}->m_{node.attr})" if found.kind == "record" else f"{text}->m_{node.attr}"

    def of_Subscript(self, node: ast.Subscript) -> Value:
        if isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
            return WHOLE, str(self.value(node.value.value)[0].shape[ast.literal_eval(node.slice)])
        kind, text = self.value(node.value)
        if kind.kind == "tuple":
            place = ast.literal_eval(node.slice)
            return kind.parts[place], f"{text}.f{place}"
        keys = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        text += "".join(f"[{self.value(key)[1]}]" for key in keys)
        left = kind.shape[len(keys):]
        stored = next(short for short, long in STORED.items() if long == kind.name)
        return (Type("array", kind.name, left) if left else ELEMENT[stored]), text

    def of_Tuple(self, node: ast.Tuple) -> Value:
        values = [self.value(part) for part in node.elts]
        kind = self.twin.struct(tuple(part for part, _ in values))
        return kind, f"({kind.name}){{ {', '.join(text for _, text in values)} }}"

    def of_UnaryOp(self, node: ast.UnaryOp) -> Value:
        kind, text = self.value(node.operand)
        return (TRUTH, f"(!{text})") if isinstance(node.op, ast.Not) else (kind, f"(-{text})")

    def of_BinOp(self, node: ast.BinOp) -> Value:
        (left, one), (right, other) = self.value(node.left), self.value(node.right)
        kind = unify(unify(left, right), WHOLE) if KEY not in (left, right) else unify(left, right)
        if isinstance(node.op, (ast.Mod, ast.FloorDiv)):
            assert kind == WHOLE
            return WHOLE, f"{'mod_i' if isinstance(node.op, ast.Mod) else 'div_i'}({one}, {other})"
        if isinstance(node.op, ast.Div):
            return REAL, f"((double){one} / (double){other})"
        return kind, f"({one} {SIGNS[type(node.op)]} {other})"

    def of_BoolOp(self, node: ast.BoolOp) -> Value:
        return TRUTH, "(" + f" {SIGNS[type(node.op)]} ".join(self.value(part)[1] for part in node.values) + ")"

    def of_Compare(self, node: ast.Compare) -> Value:
        sides, links = [self.value(side) for side in (node.left, *node.comparators)], []
        for sign, (left, one), (right, other) in zip(node.ops, sides[:-1], sides[1:], strict=True):
            unify(left, right)  # refuses what C would compare otherwise than Python
            links.append(f"({one} {SIGNS[type(sign)]} {other})")
        return TRUTH, "(" + " && ".join(links) + ")"

    def of_IfExp(self, node: ast.IfExp) -> Value:
        (left, one), (right, other) = self.value(node.body), self.value(node.orelse)
        kind = unify(left, right)
        cast = f"({kind.c})" if kind.kind in "bifu" else ""
        return kind, f"({self.value(node.test)[1]} ? {cast}{one} : {cast}{other})"

    def of_Call(self, node: ast.Call) -> Value:
        name = ast.unparse(node.func)
        if name == "len":
            return WHOLE, str(self.value(node.args[0])[0].shape[0])
        values = [self.value(argument) for argument in node.args]
        if name in self.twin.nodes:
            called, result = self.twin.function(name, tuple(kind for kind, _ in values))
            return result, f"{called}({', '.join(text for _, text in values)})"
        if name in ("min", "max"):
            return self.extreme(name, values)
        kind, text = values[0]
        if name == "abs":
            return kind, f"{'fabs' if kind == REAL else 'llabs'}({text})"
        if name == "math.sqrt":
            return REAL, f"sqrt({text})"
        return CASTS[name], f"(({CASTS[name].c}){text})"

    def extreme(self, name: str, values: list[Value]) -> Value:
        """min or max of two or more, as Python has it: the first unless a later one is beyond it."""
        kind, text = values[0]
        for other, more in values[1:]:
            kind = unify(unify(kind, other), WHOLE)
            text = f"{name}_{'f' if kind == REAL else 'i'}({text}, {more})"
        return kind, text
