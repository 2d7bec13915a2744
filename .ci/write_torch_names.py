"""Write lstmlesson/pytorch/public_names.txt: what PyTorch has besides the modules that are declared, and its arguments.

    python .ci/write_torch_names.py

It reads the installed PyTorch. A test marked `frameworks` says when the file and the installed PyTorch differ.
"""

import types
from importlib import import_module
from pathlib import Path

from write_keras_names import line

FILE = Path(__file__).parent.parent / "lstmlesson" / "pytorch" / "public_names.txt"
# The rooms that pasted programs import from; of the first only the names.
ROOMS = """
    torch nn nn.functional nn.init nn.utils nn.utils.rnn nn.utils.parametrizations optim optim.lr_scheduler utils.data
    utils.data.dataset utils.data.dataloader utils.data.sampler cuda autograd distributions
""".split()


def public(path: str) -> dict[str, object]:
    """The names of one room."""
    module = import_module("torch" if path == "torch" else f"torch.{path}")
    listed = getattr(module, "__all__", None) or dir(module)
    found = {name: getattr(module, name) for name in {*listed, *dir(module)} if not name.startswith("_")}
    return {name: value for name, value in found.items() if is_of_torch(value)}


def is_of_torch(value: object) -> bool:
    """Whether a name is PyTorch's own, and no helper that its file imports."""
    if isinstance(value, types.ModuleType):
        return False
    home = getattr(value, "__module__", "torch") or "torch"
    return home.startswith("torch") or not callable(value)


def text() -> str:
    """The whole file."""
    import torch

    parts = [
        f"# The public names of PyTorch {torch.__version__.partition('+')[0]}, written by .ci/write_torch_names.py."
    ]
    for path in ROOMS:
        held = sorted(public(path).items())
        parts += ["", f"[{path}]"]
        parts += [name if path == "torch" else line(name, value) for name, value in held]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    print(FILE, len(text().splitlines()), "lines")
