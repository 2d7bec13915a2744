"""TensorFlow: a kernel has a row for each feature, and another number of features comes in."""

import re

from lstmlesson.summary.messages.features import other_features
from lstmlesson.summary.messages.message import Explained, Message


def explained(match: "re.Match[str]") -> Explained:
    there, wanted = match["there"], match["wanted"]
    return None if there == wanted else other_features(wanted, there, f"timesteps, {there}")


_TWO = r"\[[?\d]{1,9},(?P<there>\d{1,9})\]%s \[(?P<wanted>\d{1,9}),\d{1,9}\]"
PRODUCT_IN_TENSORFLOW = Message(
    r"(?:\bDimensions must be equal, but are \d{1,9} and \d{1,9} for '[^'\n]{0,300}MatMul[^'\n]{0,300}' "
    r"(?:\(op: 'MatMul'\) )?with input shapes: |\bMatrix size-incompatible: In\[0\]: )" + _TWO % ",(?: In\\[1\\]:)?",
    explained,
)
