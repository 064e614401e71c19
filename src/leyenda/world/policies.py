"""What policies in force make of the rates this week. A bought post carries out a policy badly."""

from leyenda.world.names import GOVERNMENT, HOME, PRESIDENCY

(
    RECRUITMENT, RANKS_ARRESTED, ARREST_RATE, ARREST_AT_WAR, SEIZURE_RATE, DEMAND, PRICE, DEPLOYMENT,
    HEADS_REMOVED, CAPOS_REMOVED, LIEUTENANTS_REMOVED, BROKERS_REMOVED, REMOVED_DEAD, VETTING,
    COMPLIANCE_HOME, COMPLIANCE_ABROAD, EXTRADITION_RATE, INFORMING, VIOLENCE_DETERRED, WAR_RATE, PEACE_RATE,
) = range(21)


def rate(world, k, p):
    """A rate in a plaza, or where no plaza is meant (p < 0)."""
    return world.rates.national[k] if p < 0 else world.rates.local[p, k]


def careful(world, b):
    """How carefully a bank looks: its own compliance, and what is demanded of it."""
    demanded = rate(world, COMPLIANCE_HOME if world.banks.side[b] == HOME else COMPLIANCE_ABROAD, -1)
    return min(1.0, world.banks.compliance[b] + demanded)


def vetted(world, f):
    """How much vetting weighs on a post at home."""
    return rate(world, VETTING, world.offices.plaza[f]) if world.offices.side[f] == HOME else 0.0


def carries(world, f, institution, side):
    """Whether a post belongs to an institution; the presidency is a part of government."""
    kind = world.offices.institution[f]
    return world.offices.side[f] == side and (kind == institution or (institution == GOVERNMENT and kind == PRESIDENCY))


def carried_out(world, institution, side, p):
    """Share of an institution's budget in a plaza that is not in bought hands; where it has no post there, of its national ones.

    p < 0: of all its posts. With nobody to carry it out, all of it is (it is done from outside).
    """
    offices = world.offices
    total, taken, wider, wider_taken = 0.0, 0.0, 0.0, 0.0
    for f in range(offices.count):
        if carries(world, f, institution, side):
            bought = offices.budget[f] if offices.client[f] >= 0 and world.on.protection else 0.0
            if p < 0 or offices.plaza[f] == p:
                total += offices.budget[f]
                taken += bought
            elif offices.plaza[f] < 0:
                wider += offices.budget[f]
                wider_taken += bought
    if total > 0.0:
        return 1.0 - taken / total
    return 1.0 - wider_taken / wider if wider > 0.0 else 1.0


def put_into_force(world, k, values, dose):
    """One policy, at this dose, changes the rates of one place."""
    effect = world.policies.effect
    for r in range(len(values)):
        if world.rates.multiplies[r]:
            values[r] *= max(0.0, 1.0 + dose * (effect[k, r] - 1.0))
        else:
            values[r] = max(0.0, values[r] + dose * effect[k, r])


def apply_policies(world, week):
    """Every rate starts the week neutral; each policy in force changes it as far as it is carried out."""
    policies, rates = world.policies, world.rates
    if policies.count == 0:
        return
    for r in range(len(rates.national)):
        rates.national[r] = rates.multiplies[r]
        for p in range(world.plazas.count):
            rates.local[p, r] = rates.multiplies[r]
    for k in range(policies.count):
        if policies.start[k] <= week < policies.end[k]:
            policies.carried[k] = carried_out(world, policies.institution[k], policies.side[k], -1)
            if policies.everywhere[k]:
                put_into_force(world, k, rates.national, policies.intensity[k] * policies.carried[k])
            for p in range(world.plazas.count):
                if policies.everywhere[k] or policies.there[k, p]:
                    carried = carried_out(world, policies.institution[k], policies.side[k], p)
                    put_into_force(world, k, rates.local[p], policies.intensity[k] * carried)
