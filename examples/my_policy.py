"""A policy of one's own: officers change places every year, so that nobody stays long enough to be worth buying."""

import leyenda as ly


class Rotation(ly.Policy):
    name = "rotation"
    title = "Rotation of officers"
    why = "Who holds a post moves on every year: a bribe buys less, and nobody knows yet whom to pay."
    source = "Abbink (2004), an experiment in which rotation lowered bribery; size ours"
    institution = "government"
    side = "home"
    cost = 40.0
    cost_source = "ours"
    effects = {"vetting": 0.5}
    ranges = {"vetting": (0.1, 1.0)}
    sources = {"vetting": "ours: half of what vetting does"}
    moves = ("corruption_police_home", "corruption_government_home", "bribes")
