"""Arms of every kind, for the comparison that the tests here share."""

from leyenda.acts import Remove

WORLDS, START = 24, 60
ARMS = {
    "prevention": ["prevention"],
    "vetting": [{"vetting": {"intensity": 2.0}}],
    "both": ["prevention", {"vetting": {"intensity": 2.0}}],
    "nothing": [{"prevention": {"intensity": 0.0}}],
    "arrest": [Remove(target="top", how="arrest", week=START)],
    "here": [{"rank_and_file_arrests": {"plazas": ["Ribera"], "intensity": 3.0}}],
}
