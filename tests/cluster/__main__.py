"""Start the cluster and stay until it is stopped; with ``--prepare``, only fetch what it is made of."""

from __future__ import annotations

import signal
import sys
import threading

from tests.cluster.nodes import cluster, prepare


def main() -> None:
    prepare()
    if "--prepare" in sys.argv:
        return
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    with cluster() as nodes:
        print(f"The cluster is there: http://{','.join(nodes.hosts)}", flush=True)
        stop.wait()


if __name__ == "__main__":
    main()
