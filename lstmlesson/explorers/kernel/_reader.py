"""A box to paste a summary into, and each number of it explained below.

Reading needs Python, so this explorer asks the kernel. It is made of ipywidgets whose changes are observed; what is
pasted is escaped and never run, and an exception in a callback is shown to the reader.
"""

import ipywidgets as widgets

from lstmlesson.explorers.kernel.panel import KernelPanel, visible
from lstmlesson.language import sentence, word
from lstmlesson.summary import explain
from lstmlesson.views.document import escape
from lstmlesson.views.explanation import html

_KERAS_3 = """
Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ lstm (LSTM)                     │ (None, 100, 64)        │        18,176 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dropout (Dropout)               │ (None, 100, 64)        │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ lstm_1 (LSTM)                   │ (None, 64)             │        33,024 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense (Dense)                   │ (None, 6)              │           390 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 51,590 (201.52 KB)
 Trainable params: 51,590 (201.52 KB)
 Non-trainable params: 0 (0.00 B)
"""
_KERAS_2 = """
_________________________________________________________________
Layer (type)                 Output Shape              Param #
=================================================================
lstm_1 (LSTM)                (None, 400, 5)            380
_________________________________________________________________
lstm_2 (LSTM)                (None, 400, 5)            220
_________________________________________________________________
time_distributed_1 (TimeDist (None, 400, 650)          3900
=================================================================
Total params: 4,500
Trainable params: 4,500
Non-trainable params: 0
_________________________________________________________________
"""
_TF_KERAS = """
Model: "sequential"
_________________________________________________________________
 Layer (type)                Output Shape              Param #
=================================================================
 embedding (Embedding)       (None, None, 32)          32000

 bidirectional (Bidirection  (None, 32)                6272
 al)

 dense (Dense)               (None, 5)                 165

=================================================================
Total params: 38437 (150.14 KB)
Trainable params: 38437 (150.14 KB)
Non-trainable params: 0 (0.00 Byte)
_________________________________________________________________
"""
_TORCHINFO = """
==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
Sequential                               [2, 13, 10]               --
├─LSTM: 1-1                              [2, 13, 10]               680
==========================================================================================
Total params: 680
Trainable params: 680
Non-trainable params: 0
==========================================================================================
"""
_PYTORCH = """
Tagger(
  (embedding): Embedding(1000, 32)
  (lstm): LSTM(32, 16, num_layers=2, batch_first=True, bidirectional=True)
  (fc): Linear(in_features=32, out_features=5, bias=True)
)
"""


def examples() -> dict[str, str]:
    """A text of each format, by what prints it."""
    return {
        "Keras 3": _KERAS_3.strip("\n"),
        "Keras 2": _KERAS_2.strip("\n"),
        "tf.keras 2": _TF_KERAS.strip("\n"),
        "torchinfo": _TORCHINFO.strip("\n"),
        "print(module)": _PYTORCH.strip("\n"),
    }


MANY_LINES = 500  # so many take longer than a reader waits without a word


class Reader(KernelPanel):
    """A box for text, a button for an example of each format, and the explanation below."""

    def __init__(self, text: str) -> None:
        self.box = widgets.Textarea(
            description=word("summary"),
            placeholder=word("paste"),
            rows=12,
            layout={"width": "auto"},
        )
        self.buttons = [self._button(name, example) for name, example in {**examples(), word("clear"): ""}.items()]
        super().__init__([self.box, widgets.HBox(self.buttons)])
        self.box.observe(lambda change: self.changed(), "value")
        self.box.value = text.strip("\n")

    def _button(self, name: str, example: str) -> widgets.Button:
        button = widgets.Button(description=name)
        button.on_click(lambda _: setattr(self.box, "value", example))
        return button

    @visible
    def changed(self) -> None:
        """Explain what is in the box; what cannot be read, and any fault of ours, is said to the reader."""
        lines = self.box.value.count("\n") + 1
        if lines > MANY_LINES:
            self.feedback.value = f"<p>{sentence('reading lines', number=lines)}</p>"
        self.feedback.value = html(explain(self.box.value)) if self.box.value.strip() else ""

    def asked(self) -> str:
        """The text in the box."""
        return f"<pre>{escape(self.box.value)}</pre>"

    def __repr__(self) -> str:
        return f"reader(): {len(self.box.value.splitlines())} lines"


def reader(text: str = "") -> Reader:
    """A box for a model summary, with each number explained below it.

    text: what stands in the box at first.

    >>> one = reader()
    >>> one.box.value = "lstm (LSTM)    (None, 400, 5)    380"       # as if it had been pasted
    >>> "4(13·5 + 5·5 + 5) = 380" in one.feedback.value
    True
    """
    return Reader(text)
