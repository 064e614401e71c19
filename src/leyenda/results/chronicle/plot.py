"""The plot: which events are told, which are told together, and in which chapters."""

from itertools import combinations, pairwise

from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.scene import Scene, Who, principal
from leyenda.results.chronicle.scenes import Scenes
from leyenda.results.chronicle.weight import importance

SAME_KIND = 0.72  # an event weighs less the more of its kind are told
SAME_PERSON = 0.6  # and the more it repeats what the same people did before
SAME_YEAR = 0.9  # and the more of its year
SAME_THEME = 0.15  # a chapter likes a theme less the more chapters had it
TOGETHER = 45  # weeks within which like events are told in one sentence
MOST_TOGETHER = 4
AT_LEAST = {"protection": 2, "money": 1, "law": 2}
LEAST_CHAPTER = 3
GATHERED = {
    "secede": "secede_many",
    "arrest_capo": "arrest_many",
    "inform": "inform_many",
    "drop_protection": "drop_many",
}


class Plot:
    """The events of one past that can be told, best first."""

    def __init__(self, past: Past, scenes: Scenes) -> None:
        self.past, self.scenes = past, scenes
        own = importance(past)
        self.weights = list(own)
        for event in past.events:
            above = principal(past, event).id
            if above != event.id:
                self.weights[above] += 0.5 * own[event.id]
        self.ranked = self.rank()

    def rank(self) -> list[Scene]:
        """Scenes in the order in which they would be missed; kinds and years take turns."""
        order = sorted(self.past.events, key=lambda event: (-self.weights[event.id], event.id))
        candidates = [event for event in order if event.kind != "begin" and principal(self.past, event).id == event.id][
            :400
        ]
        scenes = [scene for event in candidates if (scene := self.scenes.scene(event)) is not None]
        kinds: dict[object, int] = {}
        years: dict[int, int] = {}
        chosen: list[Scene] = []
        while scenes and len(chosen) < 60:
            best = max(scenes, key=lambda scene: self.score(scene, kinds, years))
            scenes.remove(best)
            chosen.append(best)
            for key in (best.main.kind, (best.main.kind, best.main.who), (best.main.kind, best.main.whom)):
                kinds[key] = kinds.get(key, 0) + 1
            years[best.main.week // 52] = years.get(best.main.week // 52, 0) + 1
        return chosen

    def score(self, scene: Scene, kinds: dict[object, int], years: dict[int, int]) -> float:
        """What a scene weighs beside those already chosen."""
        main = scene.main
        again = kinds.get((main.kind, main.who), 0) * (main.who >= 0) + kinds.get((main.kind, main.whom), 0) * (
            main.whom >= 0
        )
        less = SAME_KIND ** kinds.get(main.kind, 0) * SAME_YEAR ** years.get(main.week // 52, 0) * SAME_PERSON**again
        return self.weights[main.id] * less

    def best(self, count: int) -> list[Scene]:
        """The scenes to be told, in time, like ones gathered; offices, banks and the law have their part."""
        chosen = self.ranked[:count]
        for theme, least in AT_LEAST.items():
            missing = least - sum(scene.theme == theme for scene in chosen)
            chosen += [scene for scene in self.ranked[count:] if scene.theme == theme][: max(0, missing)]
        return self.gather(sorted(chosen, key=lambda scene: scene.main.id))

    def chapters(self, scenes: list[Scene]) -> list[list[Scene]]:
        """Scenes cut into chapters where much begins or much time has passed."""
        count = 4 if len(scenes) >= 4 * LEAST_CHAPTER + 2 else max(1, len(scenes) // LEAST_CHAPTER)
        ways = [(0, *cuts, len(scenes)) for cuts in combinations(range(1, len(scenes)), count - 1)]
        allowed = [way for way in ways if all(b - a >= LEAST_CHAPTER for a, b in pairwise(way))] or [(0, len(scenes))]
        best = max(allowed, key=lambda way: sum(self.opens(scenes, cut) for cut in way[1:-1]) - uneven(way))
        return [scenes[a:b] for a, b in pairwise(best)]

    def opens(self, scenes: list[Scene], cut: int) -> float:
        """How well a chapter begins with a scene."""
        before, after = scenes[cut - 1].main, scenes[cut].main
        return min(2.0, 4.0 * self.weights[after.id]) + min(2.0, (after.week - before.week) / 52)

    def theme(self, chapter: list[Scene], taken: list[str]) -> tuple[str, Scene]:
        """What fills a chapter, preferably something new, and its weightiest scene of that kind."""
        weights: dict[str, float] = {}
        for scene in chapter:
            weights[scene.theme] = weights.get(scene.theme, 0.0) + 0.05 + self.weights[scene.main.id]
        theme = max(weights, key=lambda name: weights[name] * SAME_THEME ** taken.count(name))
        return theme, max((s for s in chapter if s.theme == theme), key=lambda s: self.weights[s.main.id])

    def gather(self, scenes: list[Scene]) -> list[Scene]:
        """Like scenes that follow one another within a year become one."""
        found: list[Scene] = []
        run: list[Scene] = []
        for scene in scenes:
            if run and not alike(run, scene):
                found += self.together(run)
                run = []
            run.append(scene)
        return found + self.together(run)

    def together(self, run: list[Scene]) -> list[Scene]:
        """A run as one scene, if it is long enough to be a list."""
        if len(run) < 2 or (run[0].variant != "secede" and len(run) < 3):
            return run
        words = self.scenes.words
        weeks = run[-1].main.week - run[0].main.week
        facts = {"list": [item(scene) for scene in run], "count": words.number(len(run)), "span": words.span(weeks)}
        events = tuple(event for scene in run for event in scene.events)
        return [Scene(GATHERED[run[0].variant], events, run[0].facts | facts)]


def uneven(way: tuple[int, ...]) -> float:
    """How uneven chapters are."""
    lengths = [b - a for a, b in pairwise(way)]
    return 0.35 * (max(lengths) - min(lengths))


def alike(run: list[Scene], scene: Scene) -> bool:
    """Whether a scene can join a run."""
    first, name = run[0], scene.variant
    same = name in GATHERED and first.variant == name and first.main.organisation == scene.main.organisation
    return same and scene.main.week - first.main.week <= TOGETHER and len(run) < MOST_TOGETHER


def item(scene: Scene) -> object:
    """What a scene contributes to a list."""
    main = scene.main
    if scene.variant == "drop_protection":
        return scene.facts["office"]
    if scene.variant == "arrest_capo":
        return Who(main.whom)
    return (Who(main.who), main.plaza, "with") if scene.variant == "secede" else Who(main.who)
