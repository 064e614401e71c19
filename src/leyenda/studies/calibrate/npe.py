"""Neural posterior estimation with sbi, which the extra `infer` installs.

Source  Papamakarios & Murray (2016); Greenberg, Nonnenmacher & Macke (2019); Tejero-Cantero et al. (2020) for sbi.
"""

import sys
from contextlib import redirect_stdout
from importlib import import_module
from typing import Any

import numpy as np

from leyenda.scenario import InputError
from leyenda.studies.calibrate.distance import FAR
from leyenda.studies.calibrate.fit import Plan
from leyenda.studies.calibrate.waves import ACCEPTED, Wave


def library(module: str) -> Any:
    """A module of sbi or torch. Raises InputError if it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise InputError(key="sbi", found='is not installed, and --method npe needs it: pip install "leyenda[infer]"') from None


def npe(plan: Plan) -> Wave:
    """Points of a neural posterior learned from the first wave, and what their worlds say. Raises InputError, OutputError.

    Statistics go in as for the distance: in units of tolerance, those beyond FAR as FAR, and silence as FAR; the record is 0.
    """
    inference, utils, torch = library("sbi.inference"), library("sbi.utils"), library("torch")
    first = plan.scheme.first()
    seen = torch.tensor(np.clip(np.nan_to_num(plan.apart(plan.say(first, 0)), nan=FAR), -FAR, FAR), dtype=torch.float32)
    torch.manual_seed(plan.scheme.seed)
    dimensions = plan.scheme.dimensions
    learner = inference.NPE(utils.BoxUniform(torch.zeros(dimensions), torch.ones(dimensions)))
    with redirect_stdout(sys.stderr):  # where it says how far it is
        learner.append_simulations(torch.tensor(first, dtype=torch.float32), seen).train()
        drawn = learner.build_posterior().sample((ACCEPTED,), x=torch.zeros(seen.shape[1]), show_progress_bars=plan.progress)
    points = np.asarray(drawn.numpy(), float)
    return Wave(points, plan.say(points, len(first)), len(first) + ACCEPTED, 1.0)
