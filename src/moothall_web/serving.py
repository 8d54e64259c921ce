"""How the site is served: gunicorn reads this file, and no other place says anything of it.

Each process answers several readers at once, so that one who waits for the database, or for the
last byte of somebody's form, holds up nobody.  The program is loaded once and shared by all of
them, so that a process that had to be begun anew knows at once what the others know.
"""

import gc
import signal
from typing import Any

from moothall_web import environment

workers = environment.number("MOOTHALL_PROCESSES", 2)
threads = environment.number("MOOTHALL_THREADS", 4)
worker_class = "moothall_web.slow_clients.BoundedThreads"
preload_app = True
timeout = 30  # s without a sign of life after which a process is ended and another begun
graceful_timeout = 30  # s for what is being answered when the site is told to stop
keepalive = 5  # s; a proxy keeps a connection open between two questions
# What little a process may lose track of in memory goes with it; never all of them at once.
max_requests = 20_000
max_requests_jitter = 4_000
loglevel = "warning"
# Its own socket would be in the home folder, one for all servers of this person.
control_socket_disable = True


def when_ready(server: Any) -> None:  # noqa: ARG001 - gunicorn hands it over
    """Before the processes are begun: what is loaded is there to stay, and is not looked over.

    The collector would walk over all of it again and again, and copy the pages that they share.
    """
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:  # noqa: ARG001 - gunicorn hands them over
    """Told to stop before it has its own handlers, a process ends at once.

    Until then it has those of its parent, which would note the signal down and do nothing, so that
    stopping the site took all of `graceful_timeout`.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
