"""Every action once: code, words, keys, icon, help. Menus, toolbar and shortcut list read this."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui import theme
from ui.words import N_, _


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `keys` are portable key texts, the first one shown; `menu` is where it hangs.

    `place` names the place it belongs to, or "" for the whole window: keys may repeat between
    places, never within one or against the window's. `group` parts a menu by lines.
    """

    code: str
    words: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    help: str = ""
    place: str = ""
    group: int = 0
    checkable: bool = False


MENUS: Mapping[str, str] = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "story": N_("&Story"),
    "photos": N_("&Photos"),
    "sources": N_("S&ources"),
    "publish": N_("Pu&blish"),
    "help": N_("&Help"),
}

SUBMENUS: Mapping[str, tuple[str, str]] = {
    "new-from": ("file", N_("New Story of a Type")),
    "theme": ("view", N_("Theme")),
    "speak": ("view", N_("Interface Language")),
    "width": ("view", N_("Line Width")),
    "language": ("story", N_("Language of the Story")),
}
"""Menus that hang in another: its code, the menu it hangs in, its words."""

LINE_WIDTHS: Mapping[str, str] = {
    "narrow": N_("Narrow"),
    "medium": N_("Medium"),
    "wide": N_("Wide"),
}

LANGUAGES: Mapping[str, str] = {
    "fr-FR": N_("French (France)"),
    "fr-FR-x-nbsp": N_("French (France), without thin spaces"),
    "fr-CA": N_("French (Canada)"),
    "fr-CH": N_("French (Switzerland)"),
    "en-GB": N_("English (United Kingdom)"),
    "en-US": N_("English (United States)"),
}
"""Languages a story can be in, as BCP 47 tags."""

STORY_TYPES: Mapping[str, str] = {
    "news": N_("News"),
    "brief": N_("Brief"),
    "interview": N_("Interview"),
    "feature": N_("Feature"),
    "fact-check": N_("Fact Check"),
    "obituary": N_("Obituary"),
}
"""Types of stories there are templates for; `app.desk.stories.templates` holds what is in them."""

# fmt: off
ACTIONS: tuple[Action, ...] = (
    Action("new-story", N_("New Story"), "file", ("Ctrl+N",), "new", N_("Start an empty story")),
    *(Action(f"new-{code}", words, "new-from", icon="new") for code, words in STORY_TYPES.items()),
    Action("paste-story", N_("New Story from Clipboard"), "file", ("Ctrl+Shift+N",), "paste", N_("Take in wire copy from the clipboard")),
    Action("import", N_("Import…"), "file", ("Ctrl+Shift+I",), "import", N_("Take in stories from files: text, Markdown, HTML, Word")),
    Action("sort-lines", N_("Check the Sorting…"), "file", ("Ctrl+Shift+Q",), "swap", N_("See what each line of the copy taken in last was taken for, and correct it by keys")),
    Action("add-photos", N_("Add Photos…"), "file", ("Ctrl+Shift+M",), "add-photos", N_("Take in photos with their captions and credits")),
    Action("quick-open", N_("Open…"), "file", ("Ctrl+O",), "open", N_("Open a story, a photo or a source by a few letters of its name"), group=1),
    Action("find-story", N_("Find a Story"), "file", ("Ctrl+F3",), "search", N_("Search the words of all stories"), group=1),
    Action("open-story", N_("Open Story"), "file", ("Ctrl+Return",), "open", N_("Open the chosen story for writing"), place="filing", group=1),
    Action("spike", N_("Move to Bin"), "file", ("Ctrl+Backspace",), "bin", N_("Put the chosen story into the bin; it can be taken back"), place="filing", group=1),
    Action("keep", N_("Keep This Version"), "file", ("Ctrl+S",), "bookmark", N_("Keep the story as it stands now; everything is saved all the time anyway"), place="writing", group=1),
    Action("restore", N_("Restore This Version"), "file", ("Ctrl+Return",), "history", N_("Put the chosen version back; what stands now is kept first"), place="history", group=1),
    Action("name-version", N_("Name This Version…"), "file", ("F2",), "bookmark", N_("Give the chosen version a name"), place="history", group=1),
    Action("next-story", N_("Next Open Story"), "file", ("Ctrl+Tab",), "right", group=1),
    Action("previous-story", N_("Previous Open Story"), "file", ("Ctrl+Shift+Tab",), "left", group=1),
    Action("close-story", N_("Close the Story"), "file", ("Ctrl+W",), "close", N_("Close its tab; everything is saved"), group=1),
    Action("hand-over", N_("Hand Over…"), "file", ("Ctrl+Shift+H",), "people", N_("Write the story with its photos and its ledger into one file for a colleague"), group=2),
    Action("take-over", N_("Take Over…"), "file", ("Ctrl+Shift+O",), "import", N_("Take over the file of a colleague: a new story, or one to be merged with yours"), group=2),
    Action("print-proof", N_("Print a Proof…"), "file", ("Ctrl+P",), "", N_("Print the story as it would be published"), place="writing", group=3),
    Action("pdf-proof", N_("Proof as PDF…"), "file", (), "", N_("Write the story as it would be published into a PDF file"), group=3),
    Action("quit", N_("Quit"), "file", ("Ctrl+Q",), "", N_("Close Marbre; everything is saved"), group=9),

    Action("undo", N_("Undo"), "edit", ("Ctrl+Z",), "undo", N_("Take back the last change")),
    Action("redo", N_("Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", N_("Make the change again")),
    Action("cut", N_("Cut"), "edit", ("Ctrl+X",), group=1),
    Action("copy", N_("Copy"), "edit", ("Ctrl+C",), group=1),
    Action("paste", N_("Paste"), "edit", ("Ctrl+V",), group=1),
    Action("select-all", N_("Select All"), "edit", ("Ctrl+A",), group=1),
    Action("bold", N_("Bold"), "edit", ("Ctrl+B",), "bold", N_("Strong emphasis"), place="writing", group=2),
    Action("italic", N_("Italic"), "edit", ("Ctrl+I",), "italic", N_("Emphasis"), place="writing", group=2),
    Action("subhead", N_("Subhead"), "edit", ("Ctrl+Shift+T",), "subhead", N_("Make the paragraph a subhead, or plain again"), place="writing", group=2),
    Action("link", N_("Link"), "edit", ("Ctrl+K",), "link", N_("Make the chosen words a link, to the address in the clipboard if there is one"), place="writing", group=2),
    Action("block-up", N_("Move Paragraph Up"), "edit", ("Alt+Up",), "up", place="writing", group=2),
    Action("block-down", N_("Move Paragraph Down"), "edit", ("Alt+Down",), "down", place="writing", group=2),
    Action("quote-marks", N_("Quotation Marks"), "edit", ("Ctrl+G",), "sources", N_("Put the chosen words between the quotation marks of the story’s language"), place="writing", group=2),
    Action("find", N_("Find…"), "edit", ("Ctrl+F",), "search", N_("Find words in the story: fields, body and captions"), place="writing", group=4),
    Action("replace", N_("Replace…"), "edit", ("Ctrl+H",), "swap", N_("Find words and write others in their place; quoted words stay"), place="writing", group=4),
    Action("find-next", N_("Find Next"), "edit", ("F3",), place="writing", group=4),
    Action("find-previous", N_("Find Previous"), "edit", ("Shift+F3",), place="writing", group=4),
    Action("find-everywhere", N_("Find Everywhere…"), "edit", ("Ctrl+Shift+F",), "search", N_("Find and replace words over all stories"), group=4),
    Action("typeset", N_("Typography While Typing"), "edit", (), "", N_("Set quotation marks, apostrophes and spaces as the story’s country does; undo takes back only that"), place="writing", group=3, checkable=True),
    Action("no-break", N_("No-Break Space"), "edit", ("Ctrl+Shift+Space",), place="writing", group=3),
    Action("thin-no-break", N_("Thin No-Break Space"), "edit", ("Ctrl+Space",), place="writing", group=3),

    Action("go-filing", N_("Stories"), "view", ("Ctrl+1", "Ctrl+&"), "stories", checkable=True),
    Action("go-writing", N_("Writing"), "view", ("Ctrl+2", "Ctrl+É"), "writing", checkable=True),
    Action("go-captioning", N_("Photos"), "view", ("Ctrl+3", 'Ctrl+"'), "photos", checkable=True),
    Action("go-sourcing", N_("Sources"), "view", ("Ctrl+4", "Ctrl+'"), "sources", checkable=True),
    Action("go-publishing", N_("Publish"), "view", ("Ctrl+5", "Ctrl+("), "publish", checkable=True),
    Action("problems", N_("Problems"), "view", ("Ctrl+J",), "problems", N_("Show or hide the list of findings"), place="writing", group=1, checkable=True),
    Action("card", N_("Card"), "view", ("F4",), "note", N_("Show or hide status, slug, day, length, tags and note"), place="writing", group=1, checkable=True),
    Action("go-history", N_("Versions"), "view", ("Ctrl+Shift+S",), "history", N_("What happened to the story, and any two of its versions side by side"), checkable=True),
    Action("go-reviewing", N_("Review"), "view", ("Ctrl+Shift+Y",), "note", N_("Comments and suggestions on the copy, and names under it"), checkable=True),
    Action("next-pane", N_("Next Pane"), "view", ("F6",), group=2),
    Action("previous-pane", N_("Previous Pane"), "view", ("Shift+F6",), group=2),
    Action("outline", N_("Outline"), "view", ("F5",), "sidebar", N_("Show or hide the subheads, the length and how easily the story reads"), place="writing", group=1, checkable=True),
    Action("focus-mode", N_("Focus Mode"), "view", ("Shift+F11",), "writing", N_("Show only the paper, and only the paragraph at the caret in full ink"), place="writing", group=4, checkable=True),
    Action("typewriter", N_("Typewriter Scrolling"), "view", ("Ctrl+F11",), "", N_("Keep the line at the caret at one height"), place="writing", group=4, checkable=True),
    Action("invisibles", N_("Spaces Shown"), "view", ("Ctrl+F10",), "", N_("Show a dot for every space, and tint the no-break ones"), place="writing", group=4, checkable=True),
    Action("zoom-in", N_("Larger Letters"), "view", ("Ctrl++", "Ctrl+="), place="writing", group=5),
    Action("zoom-out", N_("Smaller Letters"), "view", ("Ctrl+-",), place="writing", group=5),
    Action("zoom-usual", N_("Usual Letters"), "view", ("Ctrl+0", "Ctrl+À"), place="writing", group=5),
    *(Action(f"width-{code}", words, "width", place="writing", checkable=True) for code, words in LINE_WIDTHS.items()),
    Action("theme-system", N_("As the System"), "theme", icon="system", checkable=True),
    Action("theme-light", N_("Light"), "theme", icon="light", checkable=True),
    Action("theme-dark", N_("Dark"), "theme", icon="dark", checkable=True),
    Action("speak-system", N_("As the System"), "speak", checkable=True),
    Action("speak-en", N_("English"), "speak", checkable=True),
    Action("speak-fr", N_("Français"), "speak", checkable=True),
    Action("full-screen", N_("Full Screen"), "view", ("F11",), group=3, checkable=True),

    Action("next-problem", N_("Next Problem"), "story", ("F8",), "down", N_("Go to the next finding after the caret"), place="writing"),
    Action("previous-problem", N_("Previous Problem"), "story", ("Shift+F8",), "up", N_("Go to the finding before the caret"), place="writing"),
    Action("fixes", N_("Mend Here…"), "story", ("Alt+Return", "Ctrl+."), "mend", N_("Show the ways to mend the finding at the caret"), place="writing"),
    Action("spelling", N_("Next Unknown Word"), "story", ("F7",), "search", N_("Go to the next word no dictionary knows and choose what to write"), place="writing"),
    Action("dictionary", N_("Words of the Dictionaries…"), "story", (), "check", N_("See the words added to the dictionaries, and take some out")),
    Action("waive", N_("Set Finding Aside…"), "story", ("Ctrl+Shift+W",), "waive", N_("Set the finding at the caret aside, with a reason"), place="writing"),
    *(Action(f"language-{tag}", words, "language", place="writing", checkable=True) for tag, words in LANGUAGES.items()),
    Action("language-desk", N_("New Stories Like This One"), "language", (), "", N_("Set all new stories in this language as this country does; each can still be set otherwise"), place="writing", group=1, checkable=True),

    Action("suggest-mode", N_("Suggest Changes"), "story", ("Ctrl+Shift+G",), "edit", N_("Type into the copy: every change becomes a suggestion, the copy stays as it is"), place="reviewing", group=2, checkable=True),
    Action("remark", N_("Comment…"), "story", ("Ctrl+M",), "note", N_("Say something of the chosen words, or of the whole story"), place="reviewing", group=2),
    Action("resolve-remark", N_("Resolve the Comment"), "story", ("Ctrl+D",), "check", N_("Settle the chosen comment, or open it again"), place="reviewing", group=2),
    Action("accept", N_("Accept the Suggestion"), "story", ("Ctrl+Return",), "ok", N_("Make the chosen suggestion part of the copy"), place="reviewing", group=3),
    Action("decline", N_("Decline the Suggestion"), "story", ("Ctrl+Backspace", "Ctrl+Shift+Backspace"), "close", N_("Turn the chosen suggestion down"), place="reviewing", group=3),
    Action("accept-all", N_("Accept All Suggestions"), "story", (), "ok", N_("Make every suggestion part of the copy, in one step"), place="reviewing", group=3),
    Action("sign-off", N_("Sign Off"), "story", ("Ctrl+L",), "sourced", N_("Put your name under the words as they stand"), place="reviewing", group=4),
    Action("commit-next", N_("Keep and Next Photo"), "photos", ("Ctrl+Return",), "check", N_("Keep the words of this photo and go to the next"), place="captioning"),
    Action("large-view", N_("Large View"), "photos", ("Ctrl+L",), "photos", N_("Show the photo as large as the window allows; Space does it too"), place="captioning"),
    Action("compare", N_("Side by Side"), "photos", ("Ctrl+K",), "panel", N_("Lay the photos chosen, or those like the one chosen, beside each other"), place="captioning"),
    Action("find-photo", N_("Find a Photo"), "photos", ("Ctrl+F",), "search", N_("Search file names, captions, credits and places"), place="captioning"),
    Action("put-in-slot", N_("Put in the Story"), "photos", ("Ctrl+D",), "down", N_("Put the photo in the slot that waits"), place="captioning", group=1),
    Action("take-out", N_("Take Out of the Slot"), "photos", ("Ctrl+Shift+D",), "up", N_("Take the photo out; the words of the slot stay"), place="captioning", group=1),
    Action("add-slot", N_("Add a Photo Slot"), "photos", ("Ctrl+Shift+L",), "new", N_("Add a slot at the end of the story, with the photo chosen in it"), place="captioning", group=1),
    Action("add-folder", N_("Add a Folder of Photos…"), "photos", (), "folder", N_("Take in every photo of a folder or card, with what is inside it"), place="captioning"),
    Action("batch-words", N_("Write on Several Photos…"), "photos", ("Ctrl+T",), "edit", N_("Put a template on the photos chosen, seen before it is done"), place="captioning", group=2),
    Action("replace-words", N_("Find and Replace in Captions…"), "photos", ("Ctrl+H",), "swap", N_("Replace words in the photos chosen, seen before it is done"), place="captioning", group=2),
    Action("copy-words", N_("Copy the Words"), "photos", ("Ctrl+Shift+C",), "copy", N_("Remember the words of this photo, all but its date, for other photos"), place="captioning", group=2),
    Action("paste-words", N_("Paste the Words"), "photos", ("Ctrl+Shift+V",), "paste", N_("Write the words copied from a photo on the photos chosen"), place="captioning", group=2),
    Action("repeat-last", N_("Repeat the Last Words"), "photos", ("Ctrl+R",), "redo", N_("Write in this field what was written in it last; on photos, all that was written last"), place="captioning", group=2),
    Action("say-left", N_("Say “left”"), "photos", ("Alt+Left",), "left", N_("Write “(left)” at the caret, in the language of the story"), place="captioning", group=3),
    Action("say-centre", N_("Say “centre”"), "photos", ("Alt+Down",), "", N_("Write “(centre)” at the caret, in the language of the story"), place="captioning", group=3),
    Action("say-right", N_("Say “right”"), "photos", ("Alt+Right",), "right", N_("Write “(right)” at the caret, in the language of the story"), place="captioning", group=3),
    Action("line-up", N_("Name Them from Left to Right"), "photos", ("Alt+Up",), "people", N_("Write the persons shown at the caret, from left to right"), place="captioning", group=3),
    Action("caption-spelling", N_("Next Unknown Word"), "photos", ("F7",), "search", N_("Go to the next word of the captions that no dictionary knows and choose what to write"), place="captioning", group=3),
    Action("crop", N_("Crop and Focus…"), "photos", ("Ctrl+E",), "device-wide", N_("Choose what is shown of the photo, and the point that must stay in sight"), place="captioning", group=4),
    Action("conflicts", N_("Compare the Metadata…"), "photos", ("Ctrl+Shift+J",), "problems", N_("See what IIM, XMP and Exif of the file say and choose"), place="captioning", group=4),
    Action("write-files", N_("Write Metadata to Files…"), "photos", ("Ctrl+M",), "publish", N_("Write the words of the photos chosen into sidecars, copies or the originals"), place="captioning", group=4),
    Action("locate-photos", N_("Locate Missing Files…"), "photos", (), "folder", N_("Look for lost originals in a folder, by their content"), place="captioning", group=4),
    Action("contact-sheet", N_("Contact Sheet…"), "photos", ("Ctrl+P",), "grid", N_("Show the photos chosen on pages to print or to keep as PDF"), place="captioning", group=5),
    Action("captions-out", N_("Export Captions…"), "photos", (), "external", N_("Write the words of the photos chosen as a table"), place="captioning", group=5),
    Action("captions-in", N_("Import Captions…"), "photos", (), "import", N_("Take words in from a table, seen before it is done"), place="captioning", group=5),
    Action("codes-in", N_("Import Codes…"), "photos", (), "keys", N_("Take in a list of caption codes: code, words, further words, parted by tabs"), place="captioning", group=5),

    Action("confirm", N_("Confirm the Source"), "sources", ("Ctrl+Shift+C",), "sourced", N_("Say that this source does stand behind the quote; Return does it too"), place="sourcing"),
    Action("set-speaker", N_("Name the Source…"), "sources", ("Ctrl+Shift+A",), "person", N_("Give the quote its source by name; S does it too"), place="sourcing"),
    Action("not-a-quote", N_("Not a Quote"), "sources", ("Ctrl+Shift+X",), "close", N_("Say that these words are nobody’s speech; X does it too"), place="sourcing"),
    Action("reopen", N_("Reopen"), "sources", ("Ctrl+Shift+R",), "undo", N_("Take the decision about this quote away"), place="sourcing"),
    Action("next-quote", N_("Next Open Quote"), "sources", ("F8",), "down", N_("Go to the next quote nobody has decided about"), place="sourcing", group=1),
    Action("previous-quote", N_("Previous Open Quote"), "sources", ("Shift+F8",), "up", N_("Go to the open quote before"), place="sourcing", group=1),

    Action("next-row", N_("Next Quote"), "sources", ("Alt+Down",), "", N_("Go to the next quote; J does it too"), place="sourcing", group=1),
    Action("previous-row", N_("Previous Quote"), "sources", ("Alt+Up",), "", N_("Go to the quote before; K does it too"), place="sourcing", group=1),
    Action("evidence", N_("Evidence…"), "sources", ("Ctrl+E",), "link", N_("Note what stands behind the quote and who has verified it; E does it too"), place="sourcing", group=2),
    Action("anonymity", N_("Anonymity…"), "sources", ("Ctrl+Shift+L",), "person", N_("Say why the source is not named, and who agreed; A does it too"), place="sourcing", group=2),
    Action("next-terms", N_("On or Off the Record"), "sources", ("Ctrl+Shift+D",), "swap", N_("On the record, not for attribution, off the record; O does it too"), place="sourcing", group=2),
    Action("waive-source", N_("Set Finding Aside…"), "sources", ("Ctrl+Shift+W",), "waive", N_("Set the finding about the quote aside, with a reason; W does it too"), place="sourcing", group=2),
    Action("mute-rule", N_("Mute the Rule…"), "sources", ("Ctrl+Shift+G",), "", N_("Let the rule say nothing of this story any more, with a reason; M does it too"), place="sourcing", group=2),
    Action("attach-transcript", N_("Attach a Transcript…"), "sources", ("Ctrl+T",), "note", N_("Lay every quote beside what was said; T does it too"), place="sourcing", group=3),
    Action("register", N_("Register…"), "sources", ("Ctrl+U",), "people", N_("The people and sources of the whole desk"), group=3),
    Action("print-sources", N_("Print the Sources…"), "sources", ("Ctrl+P",), "", N_("Print who speaks in the story, and what stands behind it"), place="sourcing", group=4),
    Action("write-sources", N_("Write the Sources Page…"), "sources", (), "", N_("Write who speaks in the story as a page"), place="sourcing", group=4),

    Action("publish", N_("Publish…"), "publish", ("F9", "Ctrl+Shift+Return"), "publish", N_("Check the story a last time and write the page")),
    Action("withdraw", N_("Withdraw…"), "publish", (), "bin", N_("Put a short notice in every place where the story stands")),
    Action("publication-log", N_("Log of Publications…"), "publish", ("Shift+F9",), "history", N_("When, where and by whom the story was published, with what was passed over and corrected")),
    Action("publish-site", N_("Publish the Site…"), "publish", ("Ctrl+F9",), "stories", N_("Bring the site of all ready and published stories up to date")),
    Action("house-settings", N_("House Settings"), "publish", (), "settings", N_("Open the file of the house: name, logo, licence, links at the foot")),
    Action("open-in-browser", N_("Open in Browser"), "publish", ("Ctrl+F12",), "external", N_("Show the page in the browser of this computer"), place="publishing", group=1),
    Action("copy-article", N_("Copy the Article as HTML"), "publish", ("Ctrl+Shift+C",), "copy", N_("Put the article on the clipboard for another program; what blocks the page stops it"), place="publishing", group=1),
    Action("refresh-preview", N_("Refresh"), "publish", ("F5",), "refresh", N_("Check the story and draw the page again"), place="publishing", group=1),
    Action("preview-narrower", N_("Narrower Preview"), "publish", ("Alt+Left",), "left", N_("Show the page as on the next smaller screen"), place="publishing", group=2),
    Action("preview-wider", N_("Wider Preview"), "publish", ("Alt+Right",), "right", N_("Show the page as on the next larger screen"), place="publishing", group=2),
    Action("preview-turn", N_("Preview in the Dark or Light"), "publish", ("Ctrl+D",), "dark", N_("Show the page in the other of its two looks"), place="publishing", group=2),
    Action("preview-paper", N_("Preview on Paper"), "publish", ("Ctrl+E",), "note", N_("Show the pages as they would be printed"), place="publishing", group=2, checkable=True),

    Action("rule-page", N_("What the Rule Says"), "help", ("F1",), "help", N_("Show the stylebook page of the finding")),
    Action("palette", N_("All Commands…"), "help", ("Ctrl+Shift+P",), "search", N_("Find a command by a few letters of its name")),
    Action("keys", N_("Keyboard Shortcuts"), "help", ("Ctrl+Shift+K",), "keys", N_("Every action with its keys")),
    Action("about", N_("About Marbre"), "help"),
)
# fmt: on


def named(code: str) -> Action:
    """Return the action of that code.

    Raises:
        KeyError: there is none.
    """
    return {line.code: line for line in ACTIONS}[code]


def in_menu(menu: str) -> Iterator[Action]:
    """Yield the actions of one menu, in their order."""
    return (line for line in ACTIONS if line.menu == menu)


class ActionBook:
    """The QActions of a window, by code. `run` is called with the code of the action triggered."""

    def __init__(self, window: QWidget, run: Callable[[str], None]) -> None:
        self._made: dict[str, QAction] = {}
        self._run = run
        for line in ACTIONS:
            self._made[line.code] = self._make(line, window)
        self._enabled = frozenset(self._made)

    def __getitem__(self, code: str) -> QAction:
        """Return the QAction of that code."""
        return self._made[code]

    def fill(self, menu: QMenu, name: str) -> None:
        """Hang the actions of one menu into it, groups parted by lines."""
        group = 0
        for line in in_menu(name):
            if line.group != group:
                menu.addSeparator()
                group = line.group
            menu.addAction(self._made[line.code])
        for code, (parent, words) in SUBMENUS.items():
            if parent == name:
                self.fill(menu.addMenu(_(words)), code)

    def enable(self, answered: frozenset[str]) -> None:
        """Enable the actions somebody answers now and disable all others."""
        answered &= self._made.keys()
        for code in answered ^ self._enabled:
            self._made[code].setEnabled(code in answered)
        self._enabled = answered

    def _make(self, line: Action, window: QWidget) -> QAction:
        action = QAction(_(line.words), window)
        action.setObjectName(f"action-{line.code}")
        action.setShortcuts([QKeySequence(keys) for keys in line.keys])
        action.setCheckable(line.checkable)
        action.setToolTip(hint(line))
        action.setStatusTip(_(line.help) if line.help else "")
        if line.icon:
            theme.dress(action, line.icon)
        action.triggered.connect(lambda _checked=False, code=line.code: self._run(code))
        window.addAction(action)
        return action


def hint(line: Action) -> str:
    """Return what a tooltip says of an action: what it does and its first keys."""
    words = _(line.help) if line.help else _(line.words).replace("&", "").rstrip("…")
    keys = shown_keys(line)
    return f"{words} ({keys})" if keys else words


def shown_keys(line: Action) -> str:
    """Return the first keys of an action as the platform writes them, or ""."""
    if not line.keys:
        return ""
    return QKeySequence(line.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
