"""Dates in words: the year when it is new, otherwise how long after what was last told; never the day."""

from typing import Any

from leyenda.results.chronicle.texts import Words
from leyenda.results.names import fraction

YEAR, MONTHS = 52, 12
SPRING, NOVEMBER, DECEMBER = 2, 10, 11
MIDDLE = (5, 6)
RESTATED = 3  # after so many dates without a year the year is named again
VARIED = 5  # dates before a way to write them may come again
SAME, SOON = 2, 9


class Calendar:
    """The dates of one chronicle, in the order they are told."""

    def __init__(self, start: int, words: Words, key: str) -> None:
        self.start, self.words, self.key = start, words, key
        self.texts: dict[str, list[str]] = words.units["dates"]
        self.last, self.count, self.silent = -YEAR * 10, 0, 0
        self.used: list[str] = []

    def chapter(self) -> None:
        """A new chapter names the year again."""
        self.silent = RESTATED

    def say(self, week: int, spec: str = "") -> str:
        """A date; bare: without its preposition and always with its year."""
        self.count += 1
        text = self.plain(week)[0] if spec == "bare" else self.pick(self.relative(week) or self.absolute(week))
        self.silent = 0 if str(self.year(week)) in text else self.silent + 1
        self.last = max(week, self.last)
        return text

    def pick(self, phrases: list[str]) -> str:
        """One of several, not a kind of phrase used lately."""
        turn = int(fraction(self.key, "when", self.count) * len(phrases))
        for phrase in phrases[turn:] + phrases[:turn]:
            kind = "".join(letter for letter in phrase if not letter.isdigit())
            if kind not in self.used[-VARIED:]:
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

    def seasonal(self, week: int) -> bool:
        """Whether the season says enough: winter spans two years."""
        return SPRING <= self.month(week) < DECEMBER

    def facts(self, week: int) -> dict[str, Any]:
        """What a date is made of."""
        month = self.words.units["months"][self.month(week)]
        return {"year": self.year(week), "month": month, "season": self.season(week)}

    def plain(self, week: int) -> list[str]:
        """Season or month with the year, without preposition."""
        names = ["season", "month"] if self.seasonal(week) else ["month"]
        return [text.format(**self.facts(week)) for name in names for text in self.texts[name]]

    def absolute(self, week: int) -> list[str]:
        """Dates with their year."""
        month = self.month(week)
        part = {0: "january", 1: "early", 2: "early", NOVEMBER: "late", DECEMBER: "december"}.get(month, "")
        more = self.texts[part or "middle"] if part or month in MIDDLE else []
        dates = [text.format(date=date) for date in self.plain(week) for text in self.texts["absolute"]]
        return dates + [text.format(**self.facts(week)) for text in more]

    def relative(self, week: int) -> list[str]:
        """Dates that lean on the one before; none if that was long ago or the year has not been named for a while."""
        gap = week - self.last
        same = self.year(week) == self.year(self.last)
        if self.silent >= RESTATED or gap < 0 or gap > YEAR:
            return []
        if gap <= SAME:
            return list(self.texts["days" if gap else "same"])
        if gap <= SOON:
            return self.texts["soon"] + (self.demonstrative(week) if same else [])
        if gap >= YEAR - 4:
            return list(self.texts["year_later"])
        return self.within(week, gap, same)

    def within(self, week: int, gap: int, same: bool) -> list[str]:
        """Dates some months after the one before."""
        months = [text.format(number=self.words.number(round(gap * MONTHS / YEAR))) for text in self.texts["months"]]
        if same:
            return months + self.demonstrative(week) + self.texts["same_year"]
        season = [text.format(season=self.season(week)) for text in self.texts["next_season"]]
        return months + (season if self.seasonal(week) else []) + self.texts["next_year"]

    def demonstrative(self, week: int) -> list[str]:
        """This month or season of the year that was named."""
        facts = self.facts(week)
        dates = [facts["month"]]
        if self.seasonal(week) and self.season(week) != self.season(self.last):
            dates.append(facts["season"])
        return [text.format(date=date) for date in dates for text in self.texts["that"]]
