"""The command `moothall`: the pure commands go to the library, the others to an installation.

Django is imported only by a command that needs it, so that `moothall --help` and `moothall case`
answer at once.
"""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from moothall import cli
from moothall.files.problems import UnreadableError, did_you_mean
from moothall_web.installation import Installation, this_installation

BROKEN = 1
UNREADABLE = 2
_OWN = (
    *("setup", "load", "dump", "audit", "serve", "work", "manage", "publish-static"),
    *("check", "backup", "restore", "retention"),
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command.  Returns the exit code: 2 where the input cannot be used."""
    try:
        code = _main(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads our answer, `head` perhaps, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _main(arguments: list[str] | None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    command = given[0] if given else "--help"
    if command not in _OWN:
        if not command.startswith("-") and command not in cli.PURE_COMMANDS:
            known = {*_OWN, *cli.PURE_COMMANDS}
            print(
                f"moothall: {command!r} is no command. {did_you_mean(command, known)}",
                file=sys.stderr,
            )
            return UNREADABLE
        return cli.main(given)
    try:
        return _run(command, given)
    except NotReadyError as error:
        print(f"moothall: {error}", file=sys.stderr)
        return UNREADABLE


class NotReadyError(Exception):
    """This installation cannot do that as it stands; the message says what would cure it."""


def _run(command: str, given: list[str]) -> int:
    if command == "manage":
        return _manage(given[1:])
    options = _parser().parse_args(given)
    if command == "serve":
        _serve(options.port, with_worker=options.worker)
    if command == "work":
        return _work(options)
    if command == "audit":
        return _audit()
    if command == "dump":
        return _dump(options)
    if command == "check":
        return _check()
    if command == "publish-static":
        return _publish_static(options.folder)
    if command == "backup":
        return _backup(options)
    if command == "retention":
        return _retention()
    if command == "restore":
        return _restore(options.file)
    return _load(options.folder) if command == "load" else _set_up()


def _parser() -> argparse.ArgumentParser:
    from moothall.files.programme_texts import NOT_KEPT

    parser = argparse.ArgumentParser(prog="moothall")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser(
        "setup",
        description="Make the database, the demonstration sign-ins and load the sample programmes. "
        "Does only what is not yet done.",
    )
    load = commands.add_parser(
        "load",
        description="Load a programme folder into the database, all of it or nothing. Exit 2 where "
        "the folder cannot be read.",
    )
    load.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    dump = commands.add_parser(
        "dump",
        description="Write a programme of the database as a programme folder, whole or not at all. "
        f"{NOT_KEPT} With --authority: all that is one council's own, with its history, remarks, "
        "tasks and snapshots. Either is recorded.",
    )
    dump.add_argument("programme", help="the programme's code, for example stockport-tameside")
    dump.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="a new or empty folder"
    )
    dump.add_argument(
        "--replace",
        action="store_true",
        help="replace the facts in a folder that holds the same programme; hidden files, .md and "
        ".txt in it are kept",
    )
    dump.add_argument(
        "--authority",
        metavar="CODE",
        help="only what is this council's own; --to may then also name a .zip",
    )
    static = commands.add_parser(
        "publish-static",
        description="Write the whole public site as files that any web server shows, also when the "
        "program is stopped. An earlier copy there is replaced.",
    )
    static.add_argument(
        "folder",
        type=Path,
        nargs="?",
        help="a new or empty folder, or an earlier copy; without it the installation's own copy, "
        "which the site shows when its database does not answer",
    )
    audit = commands.add_parser(
        "audit",
        description="Look along the record of all changes. Exit 1 where it is not whole.",
    )
    audit.add_argument("what", choices=["verify"], help="verify: print its length and head")
    serve = commands.add_parser("serve", description="Serve the site on this machine.")
    serve.add_argument("--port", type=int, default=8000, help="8000 unless said otherwise")
    serve.add_argument(
        "--no-worker",
        dest="worker",
        action="store_false",
        help="run no worker beside the site, because `moothall work` runs elsewhere",
    )
    work = commands.add_parser(
        "work",
        description="Do what people have asked for that takes long, and what is due by itself. Any "
        "number may run, on any number of machines with PostgreSQL.",
    )
    work.add_argument(
        "--until-empty", action="store_true", help="stop once nothing waits to be done"
    )
    work.add_argument(
        "--silent-for",
        type=float,
        default=30.0,
        metavar="SECONDS",
        help="take up the job of a worker that has said nothing for so long; 30 unless said "
        "otherwise",
    )
    work.add_argument("--beside", type=int, default=0, help=argparse.SUPPRESS)
    commands.add_parser(
        "check",
        description="Say what is set, what is missing and what production lacks. Exit 1 where "
        "something keeps this installation from being used as it is set.",
    )
    backup = commands.add_parser(
        "backup",
        description="Write all rows of this installation into one file, of one moment, while "
        "others work. It is not encrypted: docs/deploy.md says how.",
    )
    backup.add_argument("folder", help="the folder for the file; - writes it to standard output")
    backup.add_argument(
        "--rehearse",
        action="store_true",
        help="then restore it into a throwaway place, verify it there and record that",
    )
    commands.add_parser(
        "retention",
        description="Say what has been kept for longer than its rule or its council says, and "
        "which council has yet to say. Erases nothing.",
    )
    restore = commands.add_parser(
        "restore",
        description="Make an empty installation into what a backup holds, and verify it.",
    )
    restore.add_argument("file", help="the backup; - reads it from standard input")
    return parser


def _start_django() -> Installation:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall_web.settings")
    installation = this_installation()
    try:
        installation.prepare()
    except OSError as error:
        raise NotReadyError(
            f"{installation.folder} cannot be written to ({error.strerror}). Give the folder to "
            "yourself, or name another in MOOTHALL_VAR."
        ) from None
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise NotReadyError(str(error)) from None
    from moothall_web import row_scope

    try:
        row_scope.for_every_council()
    except row_scope.UnfitDatabaseError as error:
        raise NotReadyError(str(error)) from None
    return installation


def _set_up() -> int:
    _start_django()
    from moothall_web import upkeep

    try:
        return _tell(upkeep.set_up())
    except upkeep.NotBuiltError as error:
        raise NotReadyError(str(error)) from None


def _load(folder: Path) -> int:
    _start_django()
    from moothall_web import upkeep

    return _tell(upkeep.load(folder))


def _dump(options: argparse.Namespace) -> int:
    _start_django()
    from moothall.files.new_folders import UnwritableError
    from moothall_web import upkeep

    if options.authority is None:
        done = upkeep.dump(options.programme, options.to, replacing=options.replace)
    elif options.replace:
        raise NotReadyError("--replace is for whole programmes. Name a new folder or .zip file.")
    else:
        done = upkeep.dump_own(options.programme, options.authority, options.to)
    try:
        return _tell(done, "nothing was written")
    except (UnwritableError, upkeep.UnknownCodeError, upkeep.NoTablesError) as error:
        raise NotReadyError(str(error)) from None


def _tell(lines: Iterator[str], otherwise: str = "nothing was loaded") -> int:
    """Print what is done as it is done, or everything that keeps the input from being read."""
    try:
        for line in lines:
            print(line)
    except UnreadableError as error:
        number = len(error.problems)
        print(error, file=sys.stderr)
        print(f"{number} problem{'' if number == 1 else 's'}; {otherwise}.", file=sys.stderr)
        return UNREADABLE
    return 0


def _publish_static(folder: Path | None) -> int:
    _start_django()
    from moothall_web import row_scope
    from moothall_web.publication import export, standing_copy

    if not row_scope.has_tables():
        raise NotReadyError("there is no database yet. Run `moothall setup` first.")
    target = folder.absolute() if folder else standing_copy.folder()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        written = export.write_out(target)
    except export.NotOursError as error:
        raise NotReadyError(str(error)) from None
    except OSError as error:
        raise NotReadyError(f"{target} cannot be written ({error.strerror}).") from None
    print(f"Wrote the public site to {target}: {written} pages and files. Open index.html.")
    return 0


def _audit() -> int:
    _start_django()
    from moothall_web import upkeep

    try:
        found = upkeep.verify_record()
    except upkeep.NoTablesError as error:
        raise NotReadyError(str(error)) from None
    print(f"length {found.length}")
    print(f"head   {found.head or 'none: nothing has been recorded yet'}")
    if found.erased:
        print(f"erased {found.erased}: what they said was erased, and that is recorded")
    if found.broken_at is None:
        print("The record is whole: every event follows from the one before it.")
        return 0
    print(f"The record is broken at event {found.broken_at}: {found.why}.", file=sys.stderr)
    return BROKEN


def _check() -> int:
    """Look at the settings first: they may be what keeps the rest from starting."""
    from moothall_web import environment

    wrong = list(environment.faults(os.environ))
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return UNREADABLE
    _start_django()
    from moothall_web import inspection

    found = inspection.inspect()
    print(found.words)
    return BROKEN if found.faults else 0


def _backup(options: argparse.Namespace) -> int:
    _start_django()
    from moothall_web import backup, rehearsal
    from moothall_web.postgresql_tools import BackupError

    try:
        if options.folder == "-":
            if options.rehearse:
                raise NotReadyError("--rehearse reads the file again: name a folder for it.")
            made = backup.stream(sys.stdout.buffer)
            print(f"record of {made.length} events, head {made.head or 'none'}", file=sys.stderr)
            return 0
        folder = Path(options.folder)
        return _tell(rehearsal.rehearse(folder) if options.rehearse else backup.make(folder))
    except BackupError as error:
        raise NotReadyError(str(error)) from None


def _retention() -> int:
    _start_django()
    from django.utils import timezone

    from moothall_web import row_scope
    from moothall_web.retention.due import UnreadableRulesError, due, of_this_installation, told

    if not row_scope.has_tables():
        raise NotReadyError("there is no database yet. Run `moothall setup` first.")
    try:
        own = of_this_installation()
    except UnreadableRulesError as error:
        raise NotReadyError(str(error)) from None
    return _tell(told(due(timezone.now(), own)))


def _restore(file: str) -> int:
    _start_django()
    from moothall_web import backup
    from moothall_web.postgresql_tools import BackupError

    try:
        if file == "-":
            return _tell(backup.restore(sys.stdin.buffer))
        with Path(file).open("rb") as held:
            return _tell(backup.restore(held))
    except OSError as error:
        raise NotReadyError(f"{file} cannot be read ({error.strerror}).") from None
    except BackupError as error:
        raise NotReadyError(str(error)) from None


def _manage(arguments: list[str]) -> int:
    _start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["moothall manage", *arguments])
    return 0


def _work(options: argparse.Namespace) -> int:
    _start_django()
    from moothall_web import row_scope
    from moothall_web.jobs.worker import work

    if not row_scope.has_tables():
        raise NotReadyError("there is no database yet. Run `moothall setup` first.")
    if not (options.beside or options.until_empty):
        print("Moothall does what is asked for (stop it with Ctrl-C)", flush=True)
    work(until_empty=options.until_empty, silent_for=options.silent_for, beside=options.beside)
    return 0


def _serve(port: int, *, with_worker: bool) -> NoReturn:
    """Print where the site is and who may sign in, then hand the process over to gunicorn."""
    if not _is_free(port):
        raise NotReadyError(
            f"port {port} is in use, perhaps by another Moothall. Stop that one, or choose another "
            f"port: moothall serve --port {port + 1}"
        )
    installation = _start_django()
    from django.conf import settings

    from moothall_web import row_scope

    if not row_scope.has_tables():
        raise NotReadyError("there is no database yet. Run `moothall setup` first.")
    print(f"Moothall is at http://localhost:{port} (stop it with Ctrl-C)\n")
    if settings.DEMONSTRATION and installation.sign_ins_file.exists():
        print(installation.sign_ins_file.read_text(encoding="utf-8"))
    sys.stdout.flush()
    if with_worker:
        # It stops by itself when the site has stopped, however that happened.
        own = (sys.executable, "-m", "moothall_web", "work")
        subprocess.Popen([*own, "--beside", str(os.getpid())])  # noqa: S603
    gunicorn = [
        *(sys.executable, "-m", "gunicorn", "moothall_web.wsgi:application"),
        *("--config", "python:moothall_web.serving", "--bind", f"127.0.0.1:{port}"),
    ]
    os.execv(sys.executable, gunicorn)  # noqa: S606 - our own interpreter, without a shell


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
