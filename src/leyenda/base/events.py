"""The event log: what happened, to whom, and because of which earlier events.

An event is written once. A cause is an earlier event that shares a person, an organisation or a plaza with its effect;
a cause that does not is refused here, so that no rule can claim a connection nobody could see.
Stocks such as heat, evidence and notoriety remember the three events that contributed most to them.
"""

REMEMBERED = 3
FULL_EVENTS = 1
FULL_CAUSES = 2


def emit(world, week, kind, who, whom, organisation, plaza, amount):
    """Write an event and return its id (-1 if the table is full, which stops the world)."""
    log = world.events
    n = log.count
    if n >= len(log.kind):
        world.error = FULL_EVENTS
        return -1
    log.week[n] = week
    log.kind[n] = kind
    log.who[n] = who
    log.whom[n] = whom
    log.organisation[n] = organisation
    log.plaza[n] = plaza
    log.amount[n] = amount
    log.count = n + 1
    return n


def involves(log, event, person):
    """Whether a person is in an event."""
    return person >= 0 and (log.who[event] == person or log.whom[event] == person)


def related(log, event, cause):
    """Whether two events share a person, an organisation or a plaza."""
    if involves(log, cause, log.who[event]) or involves(log, cause, log.whom[event]):
        return True
    if log.organisation[event] >= 0 and log.organisation[event] == log.organisation[cause]:
        return True
    return log.plaza[event] >= 0 and log.plaza[event] == log.plaza[cause]


def because(world, event, cause, weight):
    """Link an event to an earlier one that helped to bring it about."""
    if event < 0 or cause < 0 or cause >= event or weight <= 0.0 or not related(world.events, event, cause):
        return
    links = world.causes
    n = links.count
    if n >= len(links.event):
        world.error = FULL_CAUSES
        return
    links.event[n] = event
    links.cause[n] = cause
    links.weight[n] = weight
    links.count = n + 1


def remember(events, parts, event, amount):
    """Keep an event among the three largest contributors to a stock; parts hold its contribution in the stock's unit."""
    if event < 0 or amount <= 0.0:
        return
    smallest = 0
    for k in range(REMEMBERED):
        if events[k] == event:
            parts[k] += amount
            return
        if parts[k] < parts[smallest]:
            smallest = k
    if amount > parts[smallest]:
        events[smallest] = event
        parts[smallest] = amount


def fade(parts, kept):
    """Let remembered contributions fade with their stock."""
    for k in range(REMEMBERED):
        parts[k] *= kept


def because_of(world, event, events, parts, scale):
    """Link an event to all that a stock remembers, weighed by their parts."""
    for k in range(REMEMBERED):
        if parts[k] > 0.0:
            because(world, event, events[k], parts[k] * scale)


def inherit(world, from_events, from_parts, to_events, to_parts, scale):
    """Pass on what a stock remembers to another that it feeds."""
    for k in range(REMEMBERED):
        if from_parts[k] > 0.0:
            remember(to_events, to_parts, from_events[k], from_parts[k] * scale)
