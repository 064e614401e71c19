"""Money: every account class holds what it held before, plus what came in, less what went out."""

from collections.abc import Iterator

import numpy as np

from leyenda.results.audit.part import Columns, Part, moment, said

TOLERANCE = 1e-6
SMALLEST = 1e-9
HIDING = ("other", "adjustment")


def ledger_closes(part: Part) -> Iterator[str]:
    """Per world, closing and account class, the change of the balance equals what moved."""
    moved, held = part.read("ledger"), part.read("balances")
    if (moved["amount"] <= 0.0).any():
        yield f"{int((moved['amount'] <= 0.0).sum())} ledger rows have an amount of zero or less."
    for kind in np.intersect1d(moved["kind"], HIDING):
        yield f"the ledger has a kind called {kind}."
    if not np.isin(moment(moved), moment(held)).all():
        yield "the ledger has weeks without a balance at their end."
    for account in np.unique(held["account"]):
        yield from account_closes(account, moved, held)


def account_closes(account: str, moved: Columns, held: Columns) -> Iterator[str]:
    """The same for one account class, whose balances are listed by world and week."""
    mine = held["account"] == account
    at, amount = moment(held)[mine], held["amount"][mine]
    inside = np.diff(held["world"][mine]) == 0
    came, went = (flow(moved, side, account, at)[1:][inside] for side in ("sink", "source"))
    gap = np.abs(np.diff(amount)[inside] - (came - went))
    allowed = TOLERANCE * (came + went) + SMALLEST * (1.0 + np.abs(amount[1:][inside]))
    if not (gap <= allowed).all():
        worst = int(np.argmax(gap - allowed))
        where = said(at[1:][inside][worst])
        count = int((~(gap <= allowed)).sum())
        off = f"worst: {where}, off by {gap[worst]:.3g} M$"
        yield f"the ledger does not close for {account} at {count} of {len(gap)} closings ({off})."


def flow(moved: Columns, side: str, account: str, at: np.ndarray) -> np.ndarray:
    """What moved into (sink) or out of (source) an account up to each closing."""
    rows = moved[side] == account
    place = np.searchsorted(at, moment(moved)[rows])
    return np.bincount(place, moved["amount"][rows], len(at))[: len(at)]
