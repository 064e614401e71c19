"""C24: what the record says of the parameters of the role, over what was open before; beside it, of those that are fitted."""

from pathlib import Path
from typing import Any

from leyenda.results.loading import load as load_scenario
from leyenda.results.simulate import announce, cores
from leyenda.studies.calibrate.fit import planned
from leyenda.studies.calibrate.fitted import AGREE
from leyenda.studies.claims.experiment import Plan
from leyenda.studies.claims.verdict import SUPPORTED, UNDECIDED, Result
from leyenda.studies.record_claims.finding import RecordFinding, beside_bound, load
from leyenda.studies.record_claims.left_open import Left, of_fitted, of_role

STEM = "c24_unknown_man"
WAVES = 2  # the least a fit can be asked for; only its first is run
BY_HEART = 0.5  # an emulator that knows an average no better than half of the variance of single worlds has learned their chance


def run(plan: Plan, points: int) -> RecordFinding:
    """Run or read the worlds of so many points, twice, and judge. Raises InputError, OutputError."""
    load_scenario(load(STEM).text.scenario).with_({"posterior": plan.posterior})  # is looked through here, point by point later
    fit = planned((), points, WAVES, plan.seed, plan.threads or cores(), plan.folder or Path("claims"), plan.progress)
    if plan.progress:
        for scenario in fit.simulator.scenarios.values():
            announce(scenario)
    return judge(of_role(fit, plan.posterior), of_fitted(fit), points, 2 * points * sum(fit.simulator.repeats.values()))


def judge(role: Left, fitted: Left, points: int, worlds: int) -> RecordFinding:
    """Verdict from what is left open of both."""
    claim, base, control = load(STEM), role.median, fitted.median
    reached = beside_bound(base, claim.text)
    if reached[0] == SUPPORTED and control.high >= base.low:
        reached = UNDECIDED, f"the method sees no more where there is something: of the fitted parameters {control.point:.2f} are left open"
    why = unsure(role) or unsure(fitted)
    reached = (UNDECIDED, why) if why else reached
    ends = {"fitted": control.point, "fitted_low": control.low, "fitted_high": control.high}
    also = {**ends, "points": float(points), "role": float(len(role.parameters)), "compared": float(len(fitted.parameters))}
    parts = tuple(row for of, left in (("role", role), ("fitted", fitted)) for row in rows(of, left))
    return RecordFinding(claim, Result(base, None, None), *reached, worlds, also, parts)


def unsure(left: Left) -> str:
    """Why it says nothing, if so."""
    if left.apart > AGREE:
        return f"the chains differ by {left.apart:.2f}, more than {AGREE:g}"
    return "the emulator has learned its points by heart and needs more of them" if left.own > BY_HEART else ""


def rows(of: str, left: Left) -> list[dict[str, Any]]:
    """Each parameter with its 90 % interval and what is left open of it; the one the record says most of first."""
    found = [
        {"parameter": one.parameter, "of": of, "low": one.at(low), "high": one.at(high), "left open": float(width)}
        for one, (low, high), width in zip(left.parameters, left.ends.tolist(), left.widths, strict=True)
    ]
    return sorted(found, key=lambda row: float(row["left open"]))
