"""The process in which files are read: `python -m data.readers.worker`, started by `data.readers.sandbox`.

Speaks in frames over its standard input and output: a kind of one byte, the length in eight bytes, the content. What
any library prints goes to standard error, standard output belongs to the frames.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from typing import Any, BinaryIO

from data.errors import DamagedDocument, DocumentLimit, OrdermillError

HEAD = struct.Struct(">cQ")
JOB, FILE = b"J", b"F"
"""Frames in: settings and name of a file as JSON, then its bytes."""
READY, PAGE, PART, ANSWER, FAILURE = b"R", b"P", b"B", b"A", b"E"
"""Frames out: started; a page is begun; an attachment; the document as JSON; an error as JSON."""
BACKSTOP = 2.0
"""Address space a file may take, in units of its memory limit, before the system refuses more. The limit itself is
watched from outside, for much of the address space is never used."""


def write_frame(stream: BinaryIO, kind: bytes, content: bytes) -> None:
    stream.write(HEAD.pack(kind, len(content)) + content)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Kind and content of the next frame, None at the end of the stream."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    content = stream.read(length)
    return (kind, content) if len(content) == length else None


def failure(error: OrdermillError) -> bytes:
    """An error as it travels."""
    said = {"class": type(error).__name__, "message": error.message, "hint": error.hint, "code": error.code}
    return json.dumps(said).encode()


def main() -> None:
    """Serve jobs until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    import cv2

    from data.readers import read  # noqa: F401  (loaded before the first file's time runs)

    cv2.setNumThreads(1)
    write_frame(answers, READY, b"")
    jobs = sys.stdin.buffer
    while (job := read_frame(jobs)) is not None and (file := read_frame(jobs)) is not None:
        _serve(json.loads(job[1]), file[1], answers)


def _serve(job: dict[str, Any], content: bytes, answers: BinaryIO) -> None:
    from data.readers import ReadOptions, read

    options = ReadOptions(**{**job["options"], "passwords": tuple(job["options"]["passwords"])})
    _limit_address_space(options.memory_mb)

    def begun(number: int) -> None:
        write_frame(answers, PAGE, str(number).encode())

    try:
        document = read(content, job["name"], options=options, progress=begun)
    except MemoryError:
        error = DocumentLimit(f"Reading the file takes more than {options.memory_mb} MB of memory.")
        write_frame(answers, FAILURE, failure(error))
    except OrdermillError as error:
        write_frame(answers, FAILURE, failure(error))
    except Exception as error:  # whatever a file breaks in a library, the next file is read
        print(f"reading failed: {error!r}", file=sys.stderr)
        kind = type(error).__name__
        write_frame(answers, FAILURE, failure(DamagedDocument(f"The file could not be read ({kind}).")))
    else:
        for attachment in document.attachments:
            write_frame(answers, PART, attachment.name.encode() + b"\0" + attachment.content)
        write_frame(answers, ANSWER, json.dumps(document.to_dict()).encode())


def _limit_address_space(memory_mb: int) -> None:
    """Where the system can: no more than what is mapped now and the backstop."""
    try:
        import resource

        with open("/proc/self/statm") as statm:
            mapped = int(statm.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = mapped + int(BACKSTOP * memory_mb * 1_000_000)
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    main()
