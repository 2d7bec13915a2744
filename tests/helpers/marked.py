"""A language made out of English, in which every letter is one of another alphabet; and what of a text is not in it.

So a sentence that does not come from the language is seen at once: it has English letters. Names of layers and of
their arguments, and code, keep theirs in every language.
"""

import base64
import re
from html import unescape
from string import Formatter, ascii_letters

from lstmlesson import layers, pytorch
from lstmlesson.language import Language, chosen
from lstmlesson.layers.foundation.arguments import ARGUMENTS

OTHER_LETTERS = str.maketrans(ascii_letters, "абвгдежзийклмнопрстуфхцчшщАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ")
# In HTML: what is no text.
MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")
# The values of a text, while a function of the language puts them into a sentence.
FIRST_HELD = 0xF100


def marked():
    """English with every letter exchanged."""
    return Language("marked", {name: in_other_letters(text) for name, text in chosen("en").texts.items()})


def in_other_letters(text):
    """A text of the language with other letters, its values left as they are."""
    return template(text) if isinstance(text, str) else function(text)


def plain(text):
    """Words without values, outside of tags."""
    return "".join(part if MARKUP.match(part) else part.translate(OTHER_LETTERS) for part in MARKUP.split(text))


def template(text):
    pieces = []
    for words, field, how, _ in Formatter().parse(text):
        pieces.append(plain(words).replace("{", "{{").replace("}", "}}"))
        pieces.append("" if field is None else f"{{{field}:{how}}}" if how else f"{{{field}}}")
    return "".join(pieces)


def function(text):
    """The same function, whose result has other letters but for its values."""

    def said(**values):
        held = []

        def hold(value):
            if isinstance(value, str):
                held.append(value)
                return chr(FIRST_HELD + len(held) - 1)
            return value if isinstance(value, int) else [hold(one) for one in value]

        words = plain(text(**{name: hold(value) for name, value in values.items()}))
        return re.sub(f"[{chr(FIRST_HELD)}-\uf8ff]", lambda one: held[ord(one[0]) - FIRST_HELD], words)

    return said


# ---- What is left in English -------------------------------------------------------------------------------------

# What a reader of HTML does not meet: comments, style, code, and what says of itself that it is English. What the page
# fills in, and words that were cut.
UNSEEN = re.compile(
    r"<!--.*?-->|<style.*?</style>|<script.*?</script>|<code.*?</code>|<pre.*?</pre>"
    r'|<span lang="en">.*?</span>|\{(?:typed|kept)\}|\w+…',
    re.S,
)
SAID_IN_TAGS = re.compile(r'\b(?:alt|title|placeholder|aria-label|aria-description|data-refused|data-said)="([^"]*)"')
IMAGE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
# An argument in a call, and its value if it is a word: bias=False, merge_mode='sum'.
VALUE = re.compile(r"\w+=(?:'\w+')?")
# A name of Python has an underscore, a digit, or a bracket after it; the rest is a word.
WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*\(?")

NAMES = {*layers.__all__, *pytorch.__all__, *ARGUMENTS, "True", "False", "None", "tanh", "lambda"}
NAMES |= {name for arguments in ARGUMENTS.values() for name in arguments}
# Frameworks, what they print, and how they name a layer that has no name.
NAMES |= {"Keras", "PyTorch", "CuDNNLSTM", "tf", "keras", "torchinfo", "print", "module"}
NAMES |= {"Layer", "type", "Output", "Shape", "Param"}
NAMES |= {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() for name in NAMES}


def english_words(text, names=()):
    """The English words of a text or of HTML that are no names of layers, of arguments or of code."""
    seen = UNSEEN.sub(" ", text.replace("<wbr>", ""))
    inner = [base64.b64decode(image).decode() for image in IMAGE.findall(seen)]
    parts = [re.sub(r"<[^>]*>", " ", seen), *SAID_IN_TAGS.findall(seen)]
    said = [VALUE.sub(" ", unescape(part)) for part in parts]
    found = [word for text in said for word in WORD.findall(text) if not is_name(word, names)]
    return found + [word for image in inner for word in english_words(image, names)]


def is_name(word, names):
    return len(word) < 2 or "_" in word or word.endswith("(") or any(map(str.isdigit, word)) or word in NAMES | {*names}
