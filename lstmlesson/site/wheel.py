"""The wheel of this package, made of its files where they lie: a clone and an installation give one alike."""

import zipfile
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = ("__pycache__", "lessons", "for_teachers")  # compiled by another Python, or there as notebooks


def our_wheel() -> tuple[str, bytes]:
    """The name of the wheel, and the wheel."""
    number = version("lstmlesson")
    named = f"lstmlesson-{number}"
    about = f"{named}.dist-info"
    files = {
        path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes()
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and not {*path.relative_to(PACKAGE).parts} & {*LEFT_OUT}
    }
    files[f"{about}/METADATA"] = f"Metadata-Version: 2.1\nName: lstmlesson\nVersion: {number}\n".encode()
    files[f"{about}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: lstmlesson\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{about}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{about}/RECORD"]).encode()
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, THE_SAME_DAY), content, zipfile.ZIP_DEFLATED, 9)
    return f"{named}-py3-none-any.whl", written.getvalue()
