"""Runs a program whose standard output is a terminal of so many columns, and writes what it prints there: run.py COLUMNS PROGRAM ARGUMENT…"""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, program = int(sys.argv[1]), sys.argv[2:]
# Only what it prints: the bar of a long run and faults go where they went.
errors = os.dup(2)
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    os.dup2(errors, 2)
    os.execvp(program[0], program)
printed = b""
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    printed += piece
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(printed.replace(b"\r\n", b"\n"))
sys.exit(os.waitstatus_to_exitcode(status))
