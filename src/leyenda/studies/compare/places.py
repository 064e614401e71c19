"""Where a policy works and where its effect may go instead: its plazas, those next door, and all others."""

from leyenda.scenario import Scenario

TARGETS, NEIGHBOURS, ELSEWHERE = GROUPS = ("targets", "neighbours", "elsewhere")


def groups(scenario: Scenario, targets: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Plazas by where they lie from the targets; nothing without targets. Plazas are neighbours both ways."""
    if not targets:
        return {}
    near = {name for plaza in scenario.plazas if plaza.name in targets for name in plaza.neighbours}
    near |= {plaza.name for plaza in scenario.plazas if set(plaza.neighbours) & set(targets)}
    near -= set(targets)
    others = tuple(plaza.name for plaza in scenario.plazas if plaza.name not in near and plaza.name not in targets)
    found = {TARGETS: targets, NEIGHBOURS: tuple(sorted(near)), ELSEWHERE: others}
    return {name: plazas for name, plazas in found.items() if plazas}
