"""From yearly numbers of all worlds to every estimate of a comparison."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from leyenda.studies.compare.arms import BASELINE, Choice, parts
from leyenda.studies.compare.bootstrap import Values
from leyenda.studies.compare.costs import added
from leyenda.studies.compare.estimates import PARTS, WITHOUT, YEAR_BEFORE, Estimate, Question, estimates
from leyenda.studies.compare.outputs import OUTPUTS, PLACED
from leyenda.studies.compare.places import groups
from leyenda.studies.compare.plan import Plan
from leyenda.studies.compare.reduce import ALL, rows, years_before

Label = tuple[str, str]


class Measured:
    """The yearly numbers of a comparison: values (world, arm, row, year) in the order of the plan."""

    def __init__(self, plan: Plan, values: Values) -> None:
        self.plan = plan
        self.values = values
        self.rows = rows(plan.scenario)
        self.before = years_before(plan.start)

    def columns(self, arm: str, first: int, last: int, labels: tuple[tuple[Label, tuple[int, ...]], ...]) -> Values:
        """(world, column): the mean over years of an arm, each column the sum of its rows."""
        means = self.values[:, self.plan.order.index(arm), :, first:last].mean(axis=2)
        return np.stack([means[:, list(where)].sum(axis=1) for _, where in labels], axis=1)

    @cached_property
    def whole(self) -> tuple[tuple[Label, tuple[int, ...]], ...]:
        """A column for each output."""
        return tuple(((name, ALL), (self.rows.index((name, ALL)),)) for name in OUTPUTS)

    def placed(self, arm: Choice) -> tuple[tuple[Label, tuple[int, ...]], ...]:
        """A column for each output that is known by plaza and each group of plazas, if the arm is tied to some."""
        return tuple(
            ((name, group), tuple(self.rows.index((name, plaza)) for plaza in plazas))
            for group, plazas in groups(self.plan.scenario, arm.plazas).items()
            for name in PLACED
        )

    def arm(self, arm: Choice, years: int) -> Iterator[Estimate]:
        """Everything about one arm over some years."""
        labels = self.whole + self.placed(arm)
        cost = added(arm.scenario, self.plan.scenario, self.plan.start, years)
        window = (self.before, self.before + years)
        with_it, without = (self.columns(name, *window, labels) for name in (arm.name, BASELINE))
        names = [label for label, _ in labels]
        yield from estimates(Question(arm.name, years, WITHOUT, names, cost), with_it - without, without)
        if self.before:
            earlier = self.columns(arm.name, self.before - 1, self.before, labels)
            yield from estimates(Question(arm.name, years, YEAR_BEFORE, names, cost), with_it - earlier, earlier)

    def together(self, bundle: Choice, years: int) -> Iterator[Estimate]:
        """What a bundle does beyond the sum of its parts, if its parts are arms too."""
        alone = parts(bundle, self.plan.arms)
        if not alone:
            return
        window = (self.before, self.before + years)
        without, all_of_it = (self.columns(name, *window, self.whole) for name in (BASELINE, bundle.name))
        sums = sum((self.columns(part.name, *window, self.whole) - without for part in alone), np.zeros_like(without))
        names = [label for label, _ in self.whole]
        yield from estimates(Question(bundle.name, years, PARTS, names, 0.0), (all_of_it - without) - sums, without)

    def estimates(self) -> Iterator[Estimate]:
        """All of them: arm by arm as they were given, window by window."""
        for arm in self.plan.arms:
            for years in self.plan.windows:
                yield from self.arm(arm, years)
                yield from self.together(arm, years)
