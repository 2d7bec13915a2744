"""What feeds a pasted program: data sets, and loaders that hand out one batch, since nothing is trained here.

Source: torch.utils.data of PyTorch 2.13.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lstmlesson.pytorch.programs.tensors import Tensor


class Dataset:
    """The base of a data set of the learner's own, with __len__ and __getitem__."""

    def __class_getitem__(cls, item: Any) -> type:
        return cls

    def __len__(self) -> int:
        raise NotImplementedError(f"{type(self).__name__} has no __len__")

    def __getitem__(self, index: Any) -> Any:
        raise NotImplementedError(f"{type(self).__name__} has no __getitem__")


IterableDataset = Dataset


class TensorDataset(Dataset):
    """Tensors that belong together, sample by sample."""

    def __init__(self, *tensors: Any) -> None:
        self.tensors = tensors

    def __len__(self) -> int:
        return len(self.tensors[0])

    def __getitem__(self, index: Any) -> tuple[Any, ...]:
        return tuple(tensor[index] for tensor in self.tensors)


class Subset(Dataset):
    """Some samples of a data set."""

    def __init__(self, dataset: Any, indices: Sequence[int]) -> None:
        self.dataset, self.indices = dataset, indices

    def __len__(self) -> int:
        return len(self.indices)

    def __getitem__(self, index: Any) -> Any:
        return self.dataset[self.indices[index]]


def random_split(dataset: Any, lengths: Sequence[Any], generator: Any = None) -> list[Subset]:
    """Parts of a data set, of so many samples each; shares below 1 are of all of them."""
    many = len(dataset)
    sizes = [int(one * many) if isinstance(one, float) else one for one in lengths]
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    return [Subset(dataset, range(end - size, end)) for size, end in zip(sizes, ends, strict=True)]


class DataLoader:
    """Batches of a data set. One is handed out: what is done with it changes no count.

    dataset: what has a length. batch_size: so many samples at once.
    """

    def __init__(
        self,
        dataset: Any,
        batch_size: int | None = 1,
        shuffle: Any = None,
        *args: Any,
        drop_last: bool = False,
        **_: Any,
    ) -> None:
        self.dataset, self.batch_size, self.drop_last = dataset, batch_size or 1, drop_last

    def __len__(self) -> int:
        whole, rest = divmod(len(self.dataset), self.batch_size)
        return whole + (rest > 0 and not self.drop_last)

    def __iter__(self) -> Iterator[Any]:
        if isinstance(self.dataset, TensorDataset):
            yield list(self.dataset[: self.batch_size])
        else:
            yield _batch(self.dataset[0])


def _batch(sample: Any) -> Any:
    """A batch as one sample has it: tensors without numbers, in lists and dicts as they were."""
    if isinstance(sample, dict):
        return {name: _batch(one) for name, one in sample.items()}
    return [_batch(one) for one in sample] if isinstance(sample, list | tuple) else Tensor()
