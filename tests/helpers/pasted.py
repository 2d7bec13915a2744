"""Small summaries as people paste them, one for each printer, written anew with the right value of every row.

The counts are worked out by hand beside each text; nothing here was made by this package.
"""

from typing import NamedTuple


class Pasted(NamedTuple):
    """A text, its rows as (class, count), its total, and whether its printer is one that is judged."""

    text: str
    rows: tuple[tuple[str, int | None], ...]
    total: int | None = None
    is_judged: bool = True


# Embedding 50·8 = 400; LSTM(6) on 8: 4(8·6 + 6·6 + 6) = 360; Dense(3): 6·3 + 3 = 21; together 781.
KERAS_ROWS = (("Embedding", 400), ("LSTM", 360), ("Dropout", 0), ("Dense", 21))

PASTED = {
    "Keras 2": Pasted(
        """Model: "sequential"
_________________________________________________________________
Layer (type)                 Output Shape              Param #
=================================================================
embedding_3 (Embedding)      (None, 12, 8)             400
_________________________________________________________________
lstm_7 (LSTM)                (None, 6)                 360
_________________________________________________________________
dropout_1 (Dropout)          (None, 6)                 0
_________________________________________________________________
dense_2 (Dense)              (None, 3)                 21
=================================================================
Total params: 781
Trainable params: 781
Non-trainable params: 0
_________________________________________________________________""",
        KERAS_ROWS,
        781,
    ),
    "Keras 2, connected, cut shapes": Pasted(
        """__________________________________________________________________________________________________
Layer (type)                    Output Shape         Param #     Connected to
==================================================================================================
words (InputLayer)              (None, 12)           0
__________________________________________________________________________________________________
embed (Embedding)               (None, 12, 8)        400         words[0][0]
__________________________________________________________________________________________________
reader (LSTM)                   [(None, 12, 6), (Non 360         embed[0][0]
__________________________________________________________________________________________________
joined (Concatenate)            (None, 12, 12)       0           reader[0][0]
                                                                 reader[0][0]
__________________________________________________________________________________________________
time_distributed_4 (TimeDistrib (None, 12, 3)        39          joined[0][0]
==================================================================================================
Total params: 799
Trainable params: 799
Non-trainable params: 0
__________________________________________________________________________________________________""",
        (("InputLayer", 0), ("Embedding", 400), ("LSTM", 360), ("Concatenate", 0), ("TimeDistributed", 39)),
        799,
    ),
    "tf.keras 2.15": Pasted(
        """Model: "sequential_4"
_________________________________________________________________
 Layer (type)                Output Shape              Param #
=================================================================
 bidirectional_2 (Bidirecti  (None, 9, 8)              352
 onal)

 time_distributed_1 (TimeDi  (None, 9, 5)              45
 stributed)

=================================================================
Total params: 397 (1.55 KB)
Trainable params: 397 (1.55 KB)
Non-trainable params: 0 (0.00 Byte)
_________________________________________________________________""",
        # 2·4(6·4 + 4·4 + 4) = 352; 8·5 + 5 = 45
        (("Bidirectional", 352), ("TimeDistributed", 45)),
        397,
    ),
    "Keras 3": Pasted(
        """Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ embedding (Embedding)           │ (None, 12, 8)          │           400 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ lstm (LSTM)                     │ (None, 6)              │           360 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dropout (Dropout)               │ (None, 6)              │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense (Dense)                   │ (None, 3)              │            21 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 781 (3.05 KB)
 Trainable params: 781 (3.05 KB)
 Non-trainable params: 0 (0.00 B)""",
        KERAS_ROWS,
        781,
    ),
    "Keras 3, ASCII": Pasted(
        """Model: "sequential"
+--------------------------------------------------------------------------+
| Layer (type)                    | Output Shape           |       Param # |
|---------------------------------+------------------------+---------------|
| embedding (Embedding)           | (None, 12, 8)          |           400 |
|---------------------------------+------------------------+---------------|
| lstm (LSTM)                     | (None, 6)              |           360 |
|---------------------------------+------------------------+---------------|
| dropout (Dropout)               | (None, 6)              |             0 |
|---------------------------------+------------------------+---------------|
| dense (Dense)                   | (None, 3)              |            21 |
+--------------------------------------------------------------------------+
 Total params: 781 (3.05 KB)
 Trainable params: 781 (3.05 KB)
 Non-trainable params: 0 (0.00 B)""",
        KERAS_ROWS,
        781,
    ),
    "R": Pasted(
        """Model: "sequential"
+---------------------------------+------------------------+---------------+
| Layer (type)                    | Output Shape           |       Param # |
+=================================+========================+===============+
| embedding (Embedding)           | (None, 12, 8)          |           400 |
+---------------------------------+------------------------+---------------+
| lstm (LSTM)                     | (None, 6)              |           360 |
+---------------------------------+------------------------+---------------+
| dropout (Dropout)               | (None, 6)              |             0 |
+---------------------------------+------------------------+---------------+
| dense (Dense)                   | (None, 3)              |            21 |
+---------------------------------+------------------------+---------------+
 Total params: 781 (3.05 KB)
 Trainable params: 781 (3.05 KB)
 Non-trainable params: 0 (0.00 B)""",
        KERAS_ROWS,
        781,
    ),
    "Markdown": Pasted(
        """| Layer (type) | Output Shape | Param # |
|---|---|---|
| embedding (Embedding) | (None, 12, 8) | 400 |
| lstm (LSTM) | (None, 6) | 360 |
| dropout (Dropout) | (None, 6) | 0 |
| dense (Dense) | (None, 3) | 21 |""",
        KERAS_ROWS,
    ),
    "Markdown without the bars at its ends": Pasted(
        """Layer (type) | Output Shape | Param #
:-- | :-: | --:
embedding (Embedding) | (None, 12, 8) | 400
lstm (LSTM) | (None, 6) | 360
dropout (Dropout) | (None, 6) | 0
dense (Dense) | (None, 3) | 21""",
        KERAS_ROWS,
    ),
    "Markdown, typed by hand": Pasted(
        """| Layer | Type | Output Shape | Parameters |
| --- | --- | --- | --- |
| words | Embedding | (None, 12, 8) | 400 |
| reader | LSTM | (None, 6) | 360 |
| rest | Dropout | (None, 6) | 0 |
| answer | Dense | (None, 3) | 21 |""",
        KERAS_ROWS,
        is_judged=False,
    ),
    "TF.js": Pasted(
        """__________________________________________________________________________________________
Layer (type)                Input Shape               Output shape              Param #
==========================================================================================
embedding_Embedding1 (Embed [[null,12]]               [null,12,8]               400
__________________________________________________________________________________________
lstm_LSTM1 (LSTM)           [[null,12,8]]             [null,6]                  360
__________________________________________________________________________________________
dense_Dense1 (Dense)        [[null,6]]                [null,3]                  21
==========================================================================================
Total params: 781
Trainable params: 781
Non-trainable params: 0
__________________________________________________________________________________________""",
        (("Embedding", 400), ("LSTM", 360), ("Dense", 21)),
        781,
    ),
    # PyTorch's LSTM(8, 6): 4(8·6 + 6·6 + 2·6) = 384; Linear(6, 3): 21; together with the embedding 805.
    "torchinfo": Pasted(
        """==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
Tagger                                   [2, 3]                    --
├─Embedding: 1-1                         [2, 12, 8]                400
├─LSTM: 1-2                              [2, 12, 6]                384
├─Sequential: 1-3                        [2, 3]                    --
│    └─ReLU: 2-1                         [2, 6]                    --
│    └─Linear: 2-2                       [2, 3]                    21
==========================================================================================
Total params: 805
Trainable params: 805
Non-trainable params: 0
Total mult-adds (M): 0.01
==========================================================================================""",
        (("Tagger", None), ("Embedding", 400), ("LSTM", 384), ("Sequential", None), ("ReLU", 0), ("Linear", 21)),
        805,
    ),
    "torchinfo, names and kernels": Pasted(
        """========================================================================================================
Layer (type (var_name))             Kernel Shape      Output Shape      Param #           Mult-Adds
========================================================================================================
Tagger (Tagger)                     --                [2, 3]            --                --
├─LSTM (reader)                     --                [2, 12, 6]        384               9,216
│    └─weight_ih_l0                 [24, 8]                             ├─192
│    └─weight_hh_l0                 [24, 6]                             ├─144
│    └─bias_ih_l0                   [24]                                ├─24
│    └─bias_hh_l0                   [24]                                └─24
├─Linear (head)                     --                [2, 3]            21                42
│    └─weight                       [6, 3]                              ├─18
│    └─bias                         [3]                                 └─3
========================================================================================================
Total params: 405
Trainable params: 405
Non-trainable params: 0
========================================================================================================""",
        (("Tagger", None), ("LSTM", 384), ("Linear", 21)),
        405,
    ),
    "torchinfo, ASCII": Pasted(
        """==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
Tagger                                   [2, 3]                    --
+ LSTM: 1-1                              [2, 12, 6]                384
+ Sequential: 1-2                        [2, 3]                    --
|    + Linear: 2-1                       [2, 3]                    21
==========================================================================================
Total params: 405
Trainable params: 405
Non-trainable params: 0
==========================================================================================""",
        (("Tagger", None), ("LSTM", 384), ("Sequential", None), ("Linear", 21)),
        405,
    ),
    "torchsummary": Pasted(
        """----------------------------------------------------------------
        Layer (type)               Output Shape         Param #
================================================================
         Embedding-1                [-1, 12, 8]             400
            Linear-2                [-1, 12, 3]              27
           Dropout-3                [-1, 12, 3]               0
================================================================
Total params: 427
Trainable params: 427
Non-trainable params: 0
----------------------------------------------------------------""",
        (("Embedding", 400), ("Linear", 27), ("Dropout", 0)),
        427,
    ),
    "pytorch_model_summary": Pasted(
        """-------------------------------------------------------------------------
      Layer (type)          Output Shape         Param #     Tr. Param #
=========================================================================
       Embedding-1            [2, 12, 8]             400             400
            LSTM-2     [2, 12, 6], [1, 2, 6], [1, 2, 6]             384             384
          Linear-3                [2, 3]              21              21
=========================================================================
Total params: 805
Trainable params: 805
Non-trainable params: 0
-------------------------------------------------------------------------""",
        (("Embedding", 400), ("LSTM", 384), ("Linear", 21)),
        805,
        is_judged=False,
    ),
    "Lightning": Pasted(
        """  | Name    | Type             | Params
---------------------------------------------
0 | reader  | LSTM             | 38.4 K
1 | head    | Linear           | 577
2 | measure | CrossEntropyLoss | 0
---------------------------------------------
39.0 K    Trainable params
0         Non-trainable params
39.0 K    Total params
0.156     Total estimated model params size (MB)""",
        (("LSTM", 38_400), ("Linear", 577), ("CrossEntropyLoss", 0)),
        39_000,
        is_judged=False,
    ),
    "fastai": Pasted(
        """Sequential (Input shape: 16 x 12)
============================================================================
Layer (type)         Output Shape         Param #    Trainable
============================================================================
                     16 x 6
Linear                                    78         True
ReLU
____________________________________________________________________________
                     16 x 3
Linear                                    21         True
____________________________________________________________________________

Total params: 99
Total trainable params: 99
Total non-trainable params: 0""",
        (("Linear", 78), ("Linear", 21)),
        99,
        is_judged=False,
    ),
    "DL4J": Pasted(
        """=========================================================================
LayerName (LayerType)   nIn,nOut   TotalParams   ParamsShape
=========================================================================
layer0 (LSTM)           8,6        360           W:{8,24}, RW:{6,24}, b:{1,24}
layer1 (RnnOutputLayer) 6,3        21            W:{6,3}, b:{1,3}
-------------------------------------------------------------------------
            Total Parameters:  381
        Trainable Parameters:  381
           Frozen Parameters:  0
=========================================================================""",
        (("LSTM", 360), ("RnnOutputLayer", 21)),
        381,
        is_judged=False,
    ),
    "MXNet": Pasted(
        """--------------------------------------------------------------------------------
        Layer (type)                                Output Shape         Param #
================================================================================
               Input                                     (2, 12)               0
             Dense-1                                      (2, 6)              78
        Activation-2                                      (2, 6)               0
             Dense-3                                      (2, 3)              21
================================================================================
Parameters in forward computation graph, duplicate included
   Total params: 99
   Trainable params: 99
   Non-trainable params: 0
Shared params in forward computation graph: 0
Unique parameters in model: 99
--------------------------------------------------------------------------------""",
        (("Input", 0), ("Dense", 78), ("Activation", 0), ("Dense", 21)),
        99,
        is_judged=False,
    ),
    "print(module)": Pasted(
        """Tagger(
  (table): Embedding(50, 8)
  (reader): LSTM(8, 6, batch_first=True)
  (head): Linear(in_features=6, out_features=3, bias=True)
)""",
        (("Tagger", None), ("Embedding", 400), ("LSTM", 384), ("Linear", 21)),
    ),
}
