"""What programs import beside numpy, inert in a page; a few names hand on the shapes of what they are given."""

import math
from typing import Any

from lstmlesson.inert import Inert
from lstmlesson.tools.arrays.array import Array, shape_of

PACKAGES = tuple(
    """
    PIL bs4 cv2 datasets gensim gym h5py huggingface_hub imageio IPython joblib keras_tuner kerastuner librosa
    matplotlib mpl_toolkits nltk numpy openpyxl optuna pandas pandas_datareader plotly psutil pydot
    requests scikeras scipy seaborn skimage sklearn spacy statsmodels tensorboard tensorflow_addons tensorflow_datasets
    tensorflow_hub tokenizers torchaudio torchinfo torchmetrics torchsummary torchtext torchvision tqdm transformers
    tweepy wandb xgboost yaml yfinance
    """.split()
)


def train_test_split(*arrays: Any, test_size: Any = None, train_size: Any = None, **_: Any) -> list[Any]:
    """Each array in two parts. Source: sklearn.model_selection of scikit-learn 1.5: the test part is rounded up."""
    many = len(arrays[0])
    test = _part(test_size, many, math.ceil)
    train = _part(train_size, many, math.floor)
    if test is None:
        test = math.ceil(0.25 * many) if train is None else many - train
    train = many - test if train is None else train
    return [part for one in arrays for part in (_first(one, train), _first(one, test))]


def _part(size: Any, many: int, rounded: Any) -> int | None:
    return size if size is None or isinstance(size, int) else int(rounded(size * many))


def _first(one: Any, many: int) -> Any:
    shape = shape_of(one)
    return Array((many, *shape[1:])) if shape else one


class Scaler(Inert):
    """What changes numbers and no shape, such as MinMaxScaler."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__("a scaler")

    def fit(self, *_: Any, **__: Any) -> "Scaler":
        """Itself."""
        return self

    def transform(self, x: Any, *_: Any, **__: Any) -> Any:
        """The same shape."""
        return Array(shape_of(x)) if shape_of(x) else x

    fit_transform = inverse_transform = transform


def through(iterable: Any = None, *_: Any, **__: Any) -> Any:
    """A progress bar: what goes through it."""
    return iterable


SCALERS = "MinMaxScaler StandardScaler RobustScaler MaxAbsScaler Normalizer LabelEncoder".split()
ANSWERS: dict[str, Any] = {
    "sklearn.model_selection.train_test_split": train_test_split,
    **{f"sklearn.preprocessing.{name}": Scaler for name in SCALERS},
    "tqdm.tqdm": through,
    "tqdm.auto.tqdm": through,
    "tqdm.notebook.tqdm": through,
    "tqdm.trange": range,
}
