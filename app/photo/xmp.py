"""XMP packets: read and change single properties and leave everything else as it stands.

Exiv2 brings a packet of any spelling into its one canonical form; only that form is edited here.
"""

from collections.abc import Iterable, Sequence

import pyexiv2
from lxml import etree

from app.domain.errors import DeskError
from app.photo.fields import NAMESPACES, FieldRow, Shape

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DEFAULT = "x-default"
_LISTS = {Shape.SEQ: "Seq", Shape.BAG: "Bag", Shape.DAY: "Bag", Shape.LANG: "Alt"}
EMPTY_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    f'<rdf:RDF xmlns:rdf="{_RDF}"><rdf:Description rdf:about=""/></rdf:RDF>'
    '</x:xmpmeta><?xpacket end="w"?>'
)
"""A sidecar file that says nothing yet."""

for _prefix, _address in NAMESPACES.items():
    etree.register_namespace(_prefix, _address)
pyexiv2.registerNs(NAMESPACES["pur"], "pur")


def rdf(name: str) -> str:
    """Return the qualified name of an RDF element or attribute."""
    return f"{{{_RDF}}}{name}"


def qualified(name: str) -> str:
    """Return "prefix:Name" of the field table with its address in the place of the prefix."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


class Packet:
    """One XMP packet, open for reading and changing."""

    def __init__(self, raw: str) -> None:
        """Open a packet, "" for a new one.

        Raises:
            DeskError: "photo.metadata-damaged", the packet cannot be understood.
        """
        root = etree.fromstring(_canonical(raw), _parser())
        found = root.find(f".//{rdf('Description')}")
        if found is None:
            holder = root.find(f".//{rdf('RDF')}")
            if holder is None:
                raise DeskError("photo.metadata-damaged")
            found = etree.SubElement(holder, rdf("Description"), {rdf("about"): ""})
        self._root = root
        self._about = found

    def text(self) -> str:
        """Return the packet as a sidecar file has it, in Exiv2's canonical form."""
        return _canonical(etree.tostring(self._root, encoding="unicode")).decode()

    def values(self, row: FieldRow) -> tuple[str, ...]:
        """Return the values of a field as they stand, () when it is not there.

        Of a text in several languages the default one is given, or else the first.
        """
        owner, name = self._owner(row.xmp)
        if owner is None:
            return ()
        if name in owner.attrib:
            return (str(owner.attrib[name]),)
        found = owner.find(name)
        if found is None:
            return ()
        items = found.findall(f"*/{rdf('li')}")
        if items and row.shape not in {Shape.SEQ, Shape.BAG}:
            items = [next((i for i in items if i.get(_LANG) == _DEFAULT), items[0])]
        texts = [item.text for item in items] if len(found) else [found.text]
        return tuple(text for text in texts if text)

    def others(self, rows: Iterable[FieldRow]) -> dict[str, str]:
        """Return every property that is not of these rows, by qualified name, as written."""
        named = {qualified(row.xmp.split("/")[0]) for row in rows if row.xmp}
        found = {str(name): str(value) for name, value in self._about.attrib.items()}
        found |= {str(e.tag): _bare(e) for e in self._about}
        return {name: text for name, text in found.items() if name not in named}

    def change(self, row: FieldRow, values: Sequence[str]) -> None:
        """Put these values in the place of what a field held; none removes the field."""
        if "/" in row.xmp:
            self._change_inside(row, values[0] if values else "")
            return
        name = qualified(row.xmp)
        old = self._about.find(name)
        if row.shape is Shape.LANG and values and old is not None and len(old):
            _change_default(old[0], values[0])
            return
        self._about.attrib.pop(name, "")
        if old is not None:
            self._about.remove(old)
        if values:
            _fill(etree.SubElement(self._about, name), row.shape, values)

    def _owner(self, path: str) -> "tuple[etree._Element | None, str]":
        """Return the element that holds the last step of a path, and that step's name."""
        *outer, name = (qualified(step) for step in path.split("/"))
        if not outer:
            return self._about, name
        item = self._about.find(f"{outer[0]}/*/{rdf('li')}")
        if item is None:
            return None, name
        inner = item.find(rdf("Description"))
        return (item if inner is None else inner), name

    def _change_inside(self, row: FieldRow, value: str) -> None:
        """Change one field of the first structure of a bag, making or dropping it as needed."""
        outer = qualified(row.xmp.split("/")[0])
        owner, name = self._owner(row.xmp)
        if owner is None:
            if not value:
                return
            bag = etree.SubElement(etree.SubElement(self._about, outer), rdf("Bag"))
            owner = etree.SubElement(bag, rdf("li"), {rdf("parseType"): "Resource"})
        owner.attrib.pop(name, "")
        old = owner.find(name)
        if old is not None:
            owner.remove(old)
        if value and (len(owner) or rdf("parseType") in owner.attrib):
            etree.SubElement(owner, name).text = value
        elif value:
            owner.set(name, value)
        elif not len(owner) and not set(owner.attrib) - {rdf("parseType")}:
            self._drop_structure(outer)

    def _drop_structure(self, outer: str) -> None:
        found = self._about.find(outer)
        if found is None:
            return
        found[0].remove(found[0][0])
        if not len(found[0]):
            self._about.remove(found)


def _bare(element: "etree._Element") -> str:
    """Return an element as text that does not depend on what stands around it."""
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _canonical(raw: str) -> bytes:
    """Return a packet in Exiv2's own spelling.

    Raises:
        DeskError: "photo.metadata-damaged", not a packet Exiv2 understands.
    """
    sidecar = pyexiv2.ImageData(EMPTY_PACKET.encode())
    try:
        sidecar.modify_raw_xmp(raw.strip("\x00\ufeff \r\n\t") or EMPTY_PACKET)
        return bytes(sidecar.get_bytes())
    except (RuntimeError, UnicodeError) as error:
        raise DeskError("photo.metadata-damaged") from error
    finally:
        sidecar.close()


def _change_default(choices: "etree._Element", text: str) -> None:
    """Set the default language, and the copies of it that carry a language of their own."""
    items = choices.findall(rdf("li"))
    default = next((item for item in items if item.get(_LANG) == _DEFAULT), None)
    if default is None:
        default = etree.Element(rdf("li"), {_LANG: _DEFAULT})
        choices.insert(0, default)
    before = default.text
    for item in items:
        if before and item.text == before:
            item.text = text
    default.text = text


def _fill(element: "etree._Element", shape: Shape, values: Sequence[str]) -> None:
    if shape not in _LISTS:
        element.text = values[0]
        return
    holder = etree.SubElement(element, rdf(_LISTS[shape]))
    kept = values if shape in {Shape.SEQ, Shape.BAG} else values[:1]
    for value in kept:
        item = etree.SubElement(holder, rdf("li"))
        item.text = value
        if shape is Shape.LANG:
            item.set(_LANG, _DEFAULT)
