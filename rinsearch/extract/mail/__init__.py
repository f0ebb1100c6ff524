"""Mails: heading lines and text as one paper, attachments and forwarded mails as further ones."""

from rinsearch.extract.mail.read import open_mail, read_mail

__all__ = ["open_mail", "read_mail"]
