"""The command, typed in the process of a test."""

from lstmlesson.command import main


def said(capsys, *arguments):
    """The exit status, the lines of standard output and those of standard error."""
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out.splitlines(), err.splitlines()
