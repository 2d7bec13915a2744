"""The page into which a text is pasted: what stands in it before anybody has, with an example and its answer.

The answer to all else comes from the same tools, asked by `paste.js` in a worker. Without JavaScript the example can be
read, and a sentence says what to type elsewhere.
"""

import json

from lstmlesson.explorers.kernel._reader import examples as summaries
from lstmlesson.language import sentence, word
from lstmlesson.site.files_of_python import FETCHED, MEGABYTES
from lstmlesson.tools import answer
from lstmlesson.views.document import escape

BOX = 'rows="12" spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off"'
SAID = """
    reading running fetching failed slow stopped linked copied long nothing again
""".split()


def examples() -> dict[str, str]:
    """A text of each kind by its name: a summary, an error message, a program."""
    error = 'ValueError: Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. Full '
    error += "shape received: (None, 5)"
    program = [
        "import tensorflow as tf",
        "from tensorflow.keras import layers",
        "",
        "model = tf.keras.Sequential([",
        "    layers.Embedding(10000, 64, input_length=100),",
        "    layers.LSTM(64),",
        '    layers.Dense(1, activation="sigmoid"),',
        "])",
        "model.build((None, 100))",
        'model.compile("adam", "binary_crossentropy")',
        "model.summary()",
    ]
    return {"summary": summaries()["Keras 2"], "error": error, "program": "\n".join(program)}


def body() -> str:
    """The page between its heading and its end."""
    texts = examples()
    first = texts["summary"]
    buttons = "".join(
        f'<button type="button" class="lm-button" data-example="{name}">{word(f"paste: {name}")}</button>'
        for name in texts
    )
    data = {
        "examples": texts,
        "said": {name: word(f"paste: {name}") for name in SAID},
        "fetched": FETCHED,
    }
    data_text = json.dumps(data, ensure_ascii=False).replace("<", r"\u003c")
    shown = answer({"tool": "read", "text": first})["html"]
    return f"""<p>{word("paste: what")}</p>
<div id="paste" class="lstmlesson">
<label for="pasted">{word("paste: label")}</label>
<textarea id="pasted" {BOX}>{escape(first)}</textarea>
<div class="tools">
<button type="button" class="lm-button" id="explain">{word("paste: explain")}</button>
<button type="button" class="lm-button" id="run" hidden>{word("paste: run")}</button>
<button type="button" class="lm-button" id="clear">{word("paste: clear")}</button>
<button type="button" class="lm-button" id="link">{word("paste: link")}</button>
</div>
<p class="tools">{word("paste: examples")} {buttons}</p>
<p id="status" role="status"></p>
<div id="answer">{shown}</div>
</div>
<noscript><p>{word("paste: no script")}</p></noscript>
<p class="still">{sentence("paste: private", megabytes=MEGABYTES)}</p>
<script type="application/json" id="paste-data">{data_text}</script>
<script type="module" src="paste.js"></script>"""
