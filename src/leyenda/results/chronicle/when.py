"""Dates in words: the year when it is new, otherwise how long after what was last told; never the day."""

from leyenda.results.chronicle.texts import Words
from leyenda.results.names import fraction

YEAR = 52
MONTHS = 12
WINTER_ENDS, YEAR_ENDS = 2, 11
RESTATED = 3        # after so many dates without a year the year is named again


class Calendar:
    """The dates of one chronicle, in the order they are told."""

    def __init__(self, start: int, words: Words, key: str) -> None:
        self.start, self.words, self.key = start, words, key
        self.last, self.count, self.silent = -YEAR * 10, 0, 0
        self.used: list[str] = []

    def chapter(self) -> None:
        """A new chapter names the year again."""
        self.silent = RESTATED

    def say(self, week: int, spec: str = "") -> str:
        """A date; bare: without its preposition and always with its year."""
        self.count += 1
        if spec == "bare":
            text = self.plain(week)[0]
        else:
            text = self.pick(self.relative(week) or self.absolute(week))
        self.silent = 0 if str(self.year(week)) in text else self.silent + 1
        self.last = max(week, self.last)
        return text

    def pick(self, phrases: list[str]) -> str:
        """One of several, not the kind of phrase used last."""
        turn = int(fraction(self.key, "when", self.count) * len(phrases))
        for phrase in phrases[turn:] + phrases[:turn]:
            kind = "".join(letter for letter in phrase if not letter.isdigit())
            if kind not in self.used[-5:]:
                self.used.append(kind)
                return phrase
        return phrases[turn]

    def year(self, week: int) -> int:
        """The calendar year of a week."""
        return self.start + week // YEAR

    def month(self, week: int) -> int:
        """The month of a week, from 0."""
        return (week % YEAR) * MONTHS // YEAR

    def season(self, week: int) -> str:
        """The season of a week."""
        return str(self.words.units["seasons"][(self.month(week) + 1) % MONTHS // 3])

    def plain(self, week: int) -> list[str]:
        """Season or month with the year, without preposition."""
        month, year = self.month(week), self.year(week)
        named = f"{self.words.units['months'][month]} {year}"
        return [named if month < WINTER_ENDS or month == YEAR_ENDS else f"the {self.season(week)} of {year}", named]

    def absolute(self, week: int) -> list[str]:
        """Dates with their year."""
        month, year = self.month(week), self.year(week)
        phrases = [f"in {text}" for text in dict.fromkeys(self.plain(week))]
        if month < WINTER_ENDS + 1:
            phrases += [f"early in {year}", f"in the first weeks of {year}" if month == 0 else f"at the start of {year}"]
        elif month >= YEAR_ENDS - 1:
            phrases += [f"late in {year}", f"before {year} was out" if month == YEAR_ENDS else f"towards the end of {year}"]
        elif month in (5, 6):
            phrases += [f"in the middle of {year}"]
        return phrases

    def relative(self, week: int) -> list[str]:
        """Dates that lean on the one before; none if that was long ago or the year has not been named for a while."""
        gap = week - self.last
        if self.silent >= RESTATED or gap < 0 or gap > YEAR:
            return []
        same = self.year(week) == self.year(self.last)
        if gap <= 2:
            return ["in the same weeks", "at the same time", "within days"] if gap else ["that same week", "at the same time"]
        if gap <= 9:
            return ["a few weeks later", "soon afterwards", "within weeks", *(self.demonstrative(week) if same else [])]
        months = [f"{self.words.number(round(gap * MONTHS / YEAR))} months later"]
        if same:
            return [*months, *self.demonstrative(week), "later that year"]
        return [*months, *([f"the following {self.season(week)}"] if WINTER_ENDS <= self.month(week) < YEAR_ENDS else []), "the next year"]

    def demonstrative(self, week: int) -> list[str]:
        """This month or season of the year that was named."""
        phrases = [f"that {self.words.units['months'][self.month(week)]}"]
        new = self.season(week) != self.season(self.last) and WINTER_ENDS <= self.month(week) < YEAR_ENDS
        return phrases + ([f"that {self.season(week)}"] if new else [])
