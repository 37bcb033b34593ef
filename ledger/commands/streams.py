"""What the program prints arrives as it was meant, whatever the locale and whoever listens."""

import errno
import io
import os
import sys

WINDOWS = os.name == "nt"
_TAKES_ESCAPES = 0x0004


def settle_streams() -> None:
    """UTF-8 with bare line feeds in pipes and files, on Windows too; ``PYTHONIOENCODING`` has the last word.

    A terminal is written to in its own encoding; what it cannot show becomes a question mark, and the command goes on.
    Who closed stderr (``2>&-``) is told nothing there.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the process lives
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def has_gone(error: OSError) -> bool:
    """Whether it says that nobody listens any more (``| head``); Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (WINDOWS and error.errno == errno.EINVAL)


def listen_no_more() -> None:
    """Whatever is still to be printed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def takes_escapes() -> bool:
    """Whether the terminal of stdout takes escape sequences; an older Windows console does once it is told to."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there
        import msvcrt  # noqa: PLC0415

        mode, console = ctypes.c_uint32(), msvcrt.get_osfhandle(sys.stdout.fileno())
        kernel = ctypes.windll.kernel32
        if kernel.GetConsoleMode(console, ctypes.byref(mode)):
            return bool(kernel.SetConsoleMode(console, mode.value | _TAKES_ESCAPES))
        return True  # a terminal of its own: mintty, an editor
    return True
