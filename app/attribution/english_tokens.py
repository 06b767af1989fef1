"""How English is cut into tokens: possessives and contracted verbs apart, abbreviations whole."""

import re

_LETTER = r"[^\W\d_]"
_CLITIC = r"['’](?:s|re|ve|ll|d|m|S)(?!\w)"
_SHORT = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Cmdr|Prof|Rev|Hon|Pres|"
    "Messrs|St|Jr|Sr|vs|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Ave|Calif|Fla|Ill|Mich|"
    "Minn|Mo|Pa|Tenn|Tex|Va|Wash|Wis|Ark|Ariz|Colo|Conn|Del|Ga|Ind|Kan|Ky|La|Md|Mass|Miss|Mont|"
    "Neb|Nev|Okla|Ore"
)
_SENTENCE = r"(?:The|He|She|It|They|We|But|And|In|On|At|A|An|This|That|There|If|As|For|When|His|Her|Mr|Mrs|Ms)\b"

PATTERN = re.compile(
    rf"""
    (?P<skip>\]\([^)\s]{{0,500}}\)|\[\d{{1,3}}\]|https?://\S+)
    |(?P<aside>\([^()\n"“”]{{0,200}}\))
    |(?:\w+-)?(?:{_SHORT})\.(?=[\s\u00a0]*[\w(,])(?![\s\u00a0]+{_SENTENCE})
    |(?:\w+-)?(?:[A-Z]\.)++(?=[\s\u00a0]*[\w(,'’])(?![\s\u00a0]+{_SENTENCE})
    |[A-Z](?:\.[A-Z])+
    |{_CLITIC}
    |(?<=[sS])['’](?=[\s\u00a0])
    |[$€£]?\d[\d.,]*\d|[$€£]?\d
    |{_LETTER}[\w\u0300-\u036f]*(?:(?:[-‑&]|(?!{_CLITIC})['’])[\w\u0300-\u036f]+)*
    |\.\.\.|--+|[.!?…,;:—–()&]|(?<=\s)-(?=\s)
    """,
    re.VERBOSE,
)
