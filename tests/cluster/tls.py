"""What stands before a node and speaks TLS: certificates of an authority made for a test, and a relay of bytes."""

from __future__ import annotations

import select
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PIECE = 65_536  # bytes handed on at once
DAYS = "2"


def authority(folder: Path, name: str = "authority") -> Path:
    """The certificate of an authority of one's own; its key lies beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    found = folder / f"{name}.pem"
    signs = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"]  # Python 3.13 and later want it told
    named = ["-subj", f"/CN={name}", "-out", found.name, "-keyout", f"{name}.key"]
    _openssl(folder, "req", "-x509", *named, *signs, *_made())
    return found


def certificate(of: Path, host: str = "127.0.0.1") -> Path:
    """A certificate for a host by an authority, with its key, in one file."""
    folder, kind = of.parent, "IP" if host[0].isdigit() else "DNS"
    (folder / "names").write_text(f"subjectAltName={kind}:{host}\nauthorityKeyIdentifier=keyid\n", "utf-8")
    _openssl(folder, "req", "-new", "-subj", f"/CN={host}", "-out", "host.csr", "-keyout", "host.key", *_made()[:-2])
    signed = ["-CA", of.name, "-CAkey", f"{of.stem}.key", "-CAcreateserial", "-extfile", "names", "-days", DAYS]
    _openssl(folder, "x509", "-req", "-in", "host.csr", "-out", "host.crt", *signed)
    found = folder / f"host-{host}.pem"
    found.write_bytes((folder / "host.key").read_bytes() + (folder / "host.crt").read_bytes())
    return found


def _made() -> list[str]:
    return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", DAYS]


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@contextmanager
def relay(to: tuple[str, int], shown: Path) -> Iterator[int]:
    """The port at which TLS is spoken with this certificate; what is inside goes to another port of this machine."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_listen, args=(listening, context, to), daemon=True).start()
        yield listening.getsockname()[1]


def _listen(listening: socket.socket, context: ssl.SSLContext, to: tuple[str, int]) -> None:
    with suppress(OSError):  # it is closed when the test is over
        while True:
            caller, _ = listening.accept()
            threading.Thread(target=_serve, args=(caller, context, to), daemon=True).start()


def _serve(caller: socket.socket, context: ssl.SSLContext, to: tuple[str, int]) -> None:
    with (
        suppress(OSError),
        socket.create_connection(to) as node,
        context.wrap_socket(caller, server_side=True) as inner,
    ):
        other = {inner: node, node: inner}
        while True:
            ready = [inner] if inner.pending() else select.select([inner, node], [], [])[0]
            for each in ready:
                piece = each.recv(PIECE)
                if not piece:
                    return
                other[each].sendall(piece)
