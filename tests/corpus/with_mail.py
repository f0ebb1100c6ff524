"""Sources -> a mail with a text body and, perhaps, another source as its attachment."""

import hashlib
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from tests.corpus import with_text
from tests.corpus.source import SOURCES, Source, read

Render = Callable[[Source], bytes]


def render(source: Source, attached: Render) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = (
        source.sender,
        source.recipient,
        source.subject,
        source.sent,
    )
    identity = hashlib.sha256(source.file.encode()).hexdigest()[:20]
    mail["Message-ID"] = f"<{identity}@posta.example>"
    mail.set_content(with_text.lines(source) + f"\n\n{source.running_footer}\n", charset=source.encoding, cte="base64")
    if source.attach:
        other = read(SOURCES / source.attach)
        mail.add_attachment(attached(other), "application", "pdf", filename=Path(other.file).name)
        mail.set_boundary(f"=_{identity}")
    return mail.as_bytes()
