"""How French is cut into tokens: elisions and inverted pronouns stand apart, compounds together."""

import re

_LETTER = r"[^\W_]"
_PRONOUN = r"(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce)(?![\w-])"

# The first alternative is the commonest token, taken without trying the others.
PATTERN = re.compile(
    rf"""
    [a-zà-ÿœ]+(?=[ ,])
    |(?P<skip>\]\([^)\s]{{0,500}}\)|\[\d{{1,3}}\]|https?://\S+)
    |(?P<aside>\([^()\n«»"“”]{{0,200}}\))
    |[dD]['’](?:après|autres|abord|ailleurs)(?![\w-])
    |(?:(?:[cdjlmnstCDJLMNST]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu|[qQ]uoiqu|QU)['’])(?=[\w«"“])
    |(?:MM?|Mr|Me|Mgr|Dr|Pr|St|Ste|av|art|[A-Z])\.(?=[\s\u00a0]*[\w])
    |-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous)(?![\w-])
    |\d+(?:er|ers|re|res|e|es|ème|èmes|nd|nde)\b
    |\d[\d.,\u00a0\u202f]*\d|\d
    |{_LETTER}[\w\u0300-\u036f]*(?:(?:[-‑](?!{_PRONOUN})|['’])[\w\u0300-\u036f]+)*
    |\.\.\.|[.!?…,;:—–()]|(?<=\s)-(?=\s)
    """,
    re.VERBOSE,
)
