"""Background: homicides outside organised crime, with their own level by plaza, trend and noise.

Why     Most killings in the country have nothing to do with organisations; they are the sea the series swims in. Some follow those of
        the conflict: vendettas, impunity where the police have no hands free, and killings nobody could classify.
Source  INEGI homicides for levels; the noise (a slow AR(1)) is ours; what follows the conflict after the design study of the territory.
Switch  background: off, only the conflict kills.
"""

from leyenda.base.decisions import HOMICIDES_BACKGROUND, NOISE_PLAZA
from leyenda.base.draws import NOBODY, draw, normal, poisson
from leyenda.base.portable import exp
from leyenda.base.rule import rule
from leyenda.world.measures import driver


@rule()
def background(world, par, week):
    """See the top of the file."""
    plazas = world.plazas
    trend = driver(world, world.drivers.background, week)
    for p in range(plazas.count):
        shock = normal(draw(world, plazas.key[p], NOBODY, week, NOISE_PLAZA))
        plazas.background_level[p] += par.noise * shock - plazas.background_level[p] / par.noise_weeks
        mean = plazas.background[p] / 52.0 * trend * exp(plazas.background_level[p]) + par.spill * plazas.deaths[p]
        plazas.homicides[p] += poisson(draw(world, plazas.key[p], NOBODY, week, HOMICIDES_BACKGROUND), mean)
