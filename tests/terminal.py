"""A program at a terminal: what it shows, what is typed when it has shown something, and how it ends."""
import fcntl
import os
import pty
import select
import struct
import termios
import time


def at_terminal(words, folder, typed=(), columns=80, environment=None, seconds=60):
    """Exit code and what the terminal shows, the carriage returns taken out. `typed` are pairs: once the first has been shown, the
    second is typed. A program that is not done in time is ended, and its exit code is None."""
    child, channel = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.chdir(folder)
        os.execvpe(words[0], [str(word) for word in words], {**os.environ, "TERM": "xterm", "NO_COLOR": "", **(environment or {})})
    shown, seen, waiting = b"", 0, list(typed)
    end = time.monotonic() + seconds
    code = None
    while time.monotonic() < end:
        if waiting and (at := shown.find(waiting[0][0].encode(), seen)) >= 0:
            seen = at + len(waiting[0][0].encode())
            os.write(channel, waiting.pop(0)[1].encode())
            continue
        if not select.select([channel], [], [], 1)[0]:
            continue
        try:
            piece = os.read(channel, 65536)
        except OSError:
            piece = b""
        if not piece:
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            break
        shown += piece
    if code is None:
        os.kill(child, 9)
        os.waitpid(child, 0)
    os.close(channel)
    return code, shown.decode(errors="replace").replace("\r\n", "\n")
