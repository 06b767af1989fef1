"""Help while captions are typed: codes, who stands where, and the words of the photo before."""

from collections.abc import Callable, Mapping
from functools import partial

from app.desk.desk import Desk
from app.desk.photos import templating
from app.desk.sources import registering
from app.domain.person import Person
from ui.captioning.entries import Target, Value
from ui.captioning.form import Form
from ui.captioning.phrases import lined_up, side
from ui.captioning.shorthand import Coded, Shorthand, shorthand_of
from ui.errands import Errands
from ui.words import language

SAYING = frozenset({"caption", "description"})
"""Fields in which a code also names a person shown."""

CODES = "captioning-codes"


class Typist:
    """Expands codes in the fields of a form and writes phrases into them."""

    def __init__(self, desk: Desk, work: Errands, form: Form) -> None:
        self._desk = desk
        self._work = work
        self._form = form
        self._shorthand = Shorthand()
        self._target = Target()
        self._language = language()
        form.set_expander(self.expand)

    def learn(self) -> None:
        """Ask the desk for its codes."""
        self._work.ask(partial(_known, self._desk), self._learnt, about=CODES)

    def turn_to(self, target: Target, spoken: str) -> None:
        """Remember what the form is about, and the language of the story or "" for none."""
        self._target = target
        self._language = spoken or language()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the phrases that can be written, by action code."""
        return {
            "say-left": partial(self._say, "left"),
            "say-right": partial(self._say, "right"),
            "say-centre": partial(self._say, "centre"),
            "line-up": self._line_up,
        }

    def repeat(self, last: Mapping[str, Value]) -> bool:
        """Write what the field the caret is in held last time; say whether it is in one."""
        name = self._form.focused_field()
        if name and isinstance(words := last.get(name, ""), str) and words:
            self._form.fields[name].write(words)
        return bool(name)

    def expand(self, before: str) -> tuple[int, str] | None:
        """Return what the code before the caret becomes; with several photos each has its own."""
        written = None if self._target.ids else self._shorthand.expand(before)
        if written is None:
            return None
        if written.name and self._form.focused_field() in SAYING:
            self._form.add_person(written.name)
        return written.signs, written.words

    def _say(self, which: str) -> None:
        self._form.insert(side(which, self._language, self._form.words_before()))

    def _line_up(self) -> None:
        names = [part.strip() for part in self._form.fields["persons"].text().split(";")]
        self._form.insert(lined_up([name for name in names if name], self._language))

    def _learnt(self, known: tuple[tuple[Coded, ...], tuple[Person, ...]]) -> None:
        self._shorthand = shorthand_of(*known)


def _known(desk: Desk) -> tuple[tuple[Coded, ...], tuple[Person, ...]]:
    return templating.codes(desk), registering.entries(desk)
