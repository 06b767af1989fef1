"""The window: PySide6 only here.

How it is put together. `main` starts, opens the desk off the main thread and furnishes `window`
with the five places of `places`. A place (`place.Place`) is a view; its presenter decides, without
Qt, and runs every call to the desk through `work.Work`: `act` for changes (one at a time, in
order), `ask` for questions (a newer one about the same subject drops the older answer). The one
arrow back is `Work.changed`, which the window hands to every place as `refresh(changes)`.

Conventions. Every action stands once in `actions.ACTIONS`; a place answers it by `handlers()`.
Words are English inside `_()` (`N_()` where they wait in a table), French in `resources/locale`,
made up to date by `poe words`. Colours and icons come from `theme` by token, never by value, and
are asked for while painting, so that a change of theme needs no restart. Every control has an
object name, an accessible name and a tooltip when it shows no words (`parts.named` gives all
three). Geometry comes from font metrics. Notices go to the bar over the place
(`Place.noticed`), never to a message box.
"""
