"""The claims about the record itself rather than about what an act changes: no arms, but a fixed rule of decision like all others."""

from leyenda.studies.claims.experiment import Plan
from leyenda.studies.record_claims import c23_towards_the_present, c24_unknown_man
from leyenda.studies.record_claims.finding import RecordFinding

CLAIMS = {"C23": c23_towards_the_present, "C24": c24_unknown_man}

__all__ = ["CLAIMS", "RecordFinding", "run"]


def run(identity: str, plan: Plan, points: int) -> RecordFinding:
    """Run one of CLAIMS. points: of the parameters, for C24. Raises InputError, OutputError."""
    if identity == "C23":
        return c23_towards_the_present.run(plan)
    return c24_unknown_man.run(plan, points)
