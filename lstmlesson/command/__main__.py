"""So that `python -m lstmlesson.command` is the command, where the folder of scripts is not on the path."""

import sys

from lstmlesson.command import main

sys.exit(main())
