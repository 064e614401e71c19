"""Plazas, posts, banks and organisations as they are written in running text."""

from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.texts import texts


class Places:
    """Names in running text, and which of them the reader knows already."""

    def __init__(self, past: Past, language: str) -> None:
        self.past, self.places = past, texts(language, "places")
        self.groups: set[int] = set()
        self.offices: set[int] = set()
        self.banks: set[int] = set()

    def plaza(self, p: int) -> str:
        """A plaza."""
        name = self.past.names.plaza(p)
        return str(self.places["plaza"].get(name, name))

    def written(self, name: str) -> str:
        """A name with the plazas in it as they are written."""
        for plaza, written in self.places["plaza_in_names"].items():
            name = name.replace(plaza, written)
        return name

    def bank(self, b: int) -> str:
        """A bank by its name, once in a sentence."""
        again = b in self.banks
        self.banks.add(b)
        return str(self.places["bank_again"]) if again else self.past.names.bank(b)

    def office(self, f: int) -> str:
        """A post, as whoever acts in it."""
        name, again = self.past.names.office(f), f in self.offices
        self.offices.add(f)
        if again and name in self.places["office_again"]:
            return str(self.places["office_again"][name])
        if name in self.places["office"]:
            return str(self.places["office"][name])
        for plaza, written in self.places["plaza"].items():
            name = name.replace(plaza, written)
        return f"the {name[0].lower()}{name[1:]}"

    def place_of(self, f: int, form: str) -> str:
        """A post as an institution one can come to: of a governor the post or the house, of others their name."""
        name, forms = self.past.names.office(f), self.places["governor"]
        if not name.startswith(forms["starts"]):
            return self.office(f)
        place = name.removeprefix(forms["starts"])
        return str(forms[form].format(place=self.places["plaza"].get(place, place)))

    def plain(self, o: int) -> str:
        """An organisation, by its name alone; the largest of the start by a shorter one when it is known."""
        own, forms = self.past.scenario.organisations, self.places["organisation"]
        name = self.written(self.past.names.organisation(o))
        if o >= len(own):
            return name
        known = o in self.groups
        self.groups.add(o)
        if name.split()[-1].islower():
            return f"the {name}"
        if len(name.split()) > 1:
            return name
        scenario = self.past.scenario
        large = 2 * sum(row.organisation == own[o].name for row in scenario.presences) > len(scenario.plazas)
        return str(forms["again" if large and known else "large" if large else "plain"].format(name=name))
