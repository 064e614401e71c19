"""The closed ledger: every dollar that moves is booked once, by kind, from one account class to another.

Account classes with a balance live in records' own fields: treasuries, clean treasuries, people, banks. The others are the
outside: consumers, population and public budgets pay in; suppliers, distribution, households, state and lawful assets take out.
"""

from leyenda.base.fields import Record, real

ACCOUNTS = (
    "organisations", "organisations_clean", "people", "banks",
    "consumers", "population", "public_budget",
    "suppliers", "distribution", "households", "state", "lawful_assets",
)
INSIDE = 4

TRANSFERS = (
    ("sale", "consumers", "organisations"), ("sale_capo", "consumers", "people"),
    ("sale_suppliers", "consumers", "suppliers"), ("sale_distribution", "consumers", "distribution"),
    ("rent", "population", "organisations"), ("rent_capo", "population", "people"),
    ("freight", "organisations", "suppliers"), ("freight_capo", "people", "suppliers"),
    ("passage", "people", "organisations"), ("passage_organisation", "organisations", "organisations"),
    ("tribute", "people", "organisations"),
    ("wages", "organisations", "households"), ("wages_capo", "people", "households"),
    ("arms", "organisations", "suppliers"),
    ("head_share", "organisations", "people"), ("household", "people", "households"),
    ("assets", "organisations_clean", "lawful_assets"), ("assets_person", "people", "lawful_assets"),
    ("bribe", "organisations", "people"), ("bribe_insider", "organisations", "people"),
    ("launder", "organisations", "organisations_clean"), ("laundering_fee", "organisations", "banks"),
    ("laundering_fee_person", "people", "banks"), ("bank_profit", "banks", "lawful_assets"),
    ("fine", "banks", "state"), ("seizure", "organisations", "state"), ("forfeiture", "people", "state"),
    ("front_default", "people", "households"), ("prison", "people", "households"), ("escape_price", "people", "households"),
    ("inheritance", "people", "organisations"), ("inheritance_family", "people", "households"),
    ("partition", "organisations", "organisations"), ("seed", "people", "organisations"),
    ("salary", "public_budget", "people"), ("reward", "public_budget", "people"),
    ("disbanded", "organisations", "households"), ("disbanded_clean", "organisations_clean", "households"),
    ("salary_share", "organisations", "people"), ("bribe_capo", "people", "people"),
    ("terms", "organisations", "organisations"),
)
KINDS = tuple(name for name, _, _ in TRANSFERS)
(
    SALE, SALE_CAPO, SALE_SUPPLIERS, SALE_DISTRIBUTION, RENT, RENT_CAPO, FREIGHT, FREIGHT_CAPO, PASSAGE, PASSAGE_ORGANISATION,
    TRIBUTE, WAGES, WAGES_CAPO, ARMS, HEAD_SHARE, HOUSEHOLD, ASSETS, ASSETS_PERSON, BRIBE_PAID, BRIBE_INSIDER,
    LAUNDER, LAUNDERING_FEE, LAUNDERING_FEE_PERSON, BANK_PROFIT, FINE_PAID, SEIZURE, FORFEITURE,
    FRONT_DEFAULT, PRISON, ESCAPE_PRICE, INHERITANCE, INHERITANCE_FAMILY, PARTITION, SEED, SALARY, REWARD,
    DISBANDED, DISBANDED_CLEAN, SALARY_SHARE, BRIBE_CAPO, TERMS_PAID,
) = range(41)

LEDGER = Record(
    "Ledger",
    "log_weeks",
    "what moved this week, by kind, and what each account class holds at its end",
    {
        "amount": real("moved", "M$/week", 0, 1e12, "kinds"),
        "balance": real("held at the end of the week", "M$", -1e-6, 1e12, "accounts"),
    },
)


def book(world, week, kind, amount):
    """Write a transfer that a rule has just made between records."""
    world.ledger.amount[week % 52, kind] += amount


def earn(world, week, kind, i, amount):
    """A person receives cash from outside."""
    world.people.cash[i] += amount
    book(world, week, kind, amount)


def lose(world, week, kind, i, amount):
    """A person pays cash to the outside, as far as he has it; returns what he paid."""
    paid = min(max(0.0, amount), world.people.cash[i])
    world.people.cash[i] -= paid
    book(world, week, kind, paid)
    return paid


def collect(world, week, kind, o, amount):
    """An organisation receives cash from outside."""
    world.organisations.treasury[o] += amount
    book(world, week, kind, amount)


def spend_treasury(world, week, kind, o, amount):
    """An organisation pays cash to the outside, as far as it has it; returns what it paid."""
    paid = min(max(0.0, amount), world.organisations.treasury[o])
    world.organisations.treasury[o] -= paid
    book(world, week, kind, paid)
    return paid


def give(world, week, kind, o, i, amount):
    """An organisation pays a person, as far as it can; returns what it paid."""
    paid = min(max(0.0, amount), world.organisations.treasury[o])
    world.organisations.treasury[o] -= paid
    world.people.cash[i] += paid
    book(world, week, kind, paid)
    return paid


def hand_in(world, week, kind, i, o, amount):
    """A person pays an organisation, as far as he can; returns what he paid."""
    paid = min(max(0.0, amount), world.people.cash[i])
    world.people.cash[i] -= paid
    world.organisations.treasury[o] += paid
    book(world, week, kind, paid)
    return paid


def transfer(world, week, kind, o, p, amount):
    """An organisation pays another, as far as it can; returns what it paid."""
    paid = min(max(0.0, amount), world.organisations.treasury[o])
    world.organisations.treasury[o] -= paid
    world.organisations.treasury[p] += paid
    book(world, week, kind, paid)
    return paid
