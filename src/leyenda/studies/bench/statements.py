"""One function of the rules' Python as C, specialised for the types it is called with."""

import ast
from typing import TYPE_CHECKING, Any

from leyenda.studies.bench.expressions import Expressions
from leyenda.studies.bench.types_in_c import NOTHING, WHOLE, Type, unify

if TYPE_CHECKING:
    from leyenda.studies.bench.twin import Twin


class Function(Expressions):
    """One function for one set of argument types."""

    def __init__(self, twin: "Twin", node: ast.FunctionDef, types: tuple[Type, ...], name: str) -> None:
        self.twin, self.name = twin, name
        names = [argument.arg for argument in node.args.args]
        self.arguments = dict(zip(names, types, strict=True))
        self.types: dict[str, Type] = dict(self.arguments)
        self.result: Type | None = None
        before: Any = ()
        while before != (self.types, self.result):
            before = dict(self.types), self.result
            self.lines: list[str] = []
            self.fresh = 0
            self.body(node.body)
        self.text = self.whole()

    def whole(self) -> str:
        """The text of the function."""
        heads = ", ".join(kind.declare(f"v_{name}" if self.types[name] == kind else f"a_{name}") for name, kind in self.arguments.items())
        own = [f"  {kind.declare(f'v_{name}')};" for name, kind in self.types.items() if self.arguments.get(name) != kind]
        own += [f"  v_{name} = a_{name};" for name, kind in self.arguments.items() if self.types[name] != kind]
        return f"static {(self.result or NOTHING).c} {self.name}({heads}) {{\n" + "\n".join((*own, *self.lines)) + "\n}\n"

    def new(self, kind: Type, value: str) -> str:
        """A temporary that holds a value."""
        self.fresh += 1
        self.lines.append(f"  {kind.declare(f't{self.fresh}')} = {value};")
        return f"t{self.fresh}"

    def body(self, nodes: list[ast.stmt]) -> None:
        """Statements one after the other."""
        for node in nodes:
            getattr(self, f"do_{type(node).__name__}")(node)

    def do_Expr(self, node: ast.Expr) -> None:
        self.lines.append(f"  {self.value(node.value)[1]};")

    def do_Continue(self, node: ast.Continue) -> None:
        self.lines.append("  continue;")

    def do_Break(self, node: ast.Break) -> None:
        self.lines.append("  break;")

    def do_Return(self, node: ast.Return) -> None:
        if node.value is None:
            self.lines.append("  return;")
            return
        kind, text = self.value(node.value)
        self.result = unify(self.result, kind)
        self.lines.append(f"  return {text};")

    def do_If(self, node: ast.If) -> None:
        self.lines.append(f"  if ({self.value(node.test)[1]}) {{")
        self.body(node.body)
        self.lines.append("  } else {")
        self.body(node.orelse)
        self.lines.append("  }")

    def do_While(self, node: ast.While) -> None:
        self.lines.append(f"  while ({self.value(node.test)[1]}) {{")
        self.body(node.body)
        self.lines.append("  }")

    def do_For(self, node: ast.For) -> None:
        assert isinstance(node.target, ast.Name)
        first, last, item = self.bounds(node.iter)
        self.types[node.target.id] = unify(self.types.get(node.target.id), WHOLE)
        k = f"k{self.fresh}"
        self.lines.append(f"  for (int64_t {k} = {first}; {k} < {last}; {k}++) {{ v_{node.target.id} = {item}{k}{']' if item else ''};")
        self.body(node.body)
        self.lines.append("  }")

    def bounds(self, node: ast.expr) -> tuple[str, str, str]:
        """First, last and what comes before the counter: a range, known before it begins, or a few whole numbers listed."""
        if isinstance(node, ast.Tuple):
            self.fresh += 1
            self.lines.append(f"  int64_t t{self.fresh}[] = {{ {', '.join(self.value(part)[1] for part in node.elts)} }};")
            return "0", str(len(node.elts)), f"t{self.fresh}["
        assert isinstance(node, ast.Call)
        ends = [self.value(argument)[1] for argument in node.args]
        return ends[0] if len(ends) > 1 else "0", self.new(WHOLE, ends[-1]), ""

    def do_Assign(self, node: ast.Assign) -> None:
        if isinstance(node.targets[0], ast.Tuple):
            self.unpack(node.targets[0].elts, node.value)
            return
        kind, text = self.value(node.value)
        if len(node.targets) > 1:
            text = self.new(kind, text)
        for target in node.targets:
            self.store(target, kind, text)

    def unpack(self, targets: list[ast.expr], value: ast.expr) -> None:
        """Several values at once; all are known before the first is stored."""
        if isinstance(value, ast.Tuple):
            values = [self.value(part) for part in value.elts]
            held = [(kind, self.new(kind, text)) for kind, text in values]
        else:
            kind, text = self.value(value)
            whole = self.new(kind, text)
            held = [(part, f"{whole}.f{k}") for k, part in enumerate(kind.parts)]
        for target, (kind, text) in zip(targets, held, strict=True):
            self.store(target, kind, text)

    def store(self, target: ast.expr, kind: Type, text: str) -> None:
        """Assign to a local or into a column."""
        if isinstance(target, ast.Name):
            self.types[target.id] = unify(self.types.get(target.id), kind)
            self.lines.append(f"  v_{target.id} = {text};")
        else:
            self.lines.append(f"  {self.value(target)[1]} = {text};")

    def do_AugAssign(self, node: ast.AugAssign) -> None:
        self.store(node.target, *self.value(ast.BinOp(node.target, node.op, node.value)))
