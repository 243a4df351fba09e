"""A real mail server, aiosmtpd of Debian's packages: TLS, login, delivery into a Maildir. On loopback only.

real.py MAILDIR CERTIFICATE KEY USER PASSWORD prints its port and serves until its standard input ends.
"""
import socket
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import AuthResult, LoginPassword

maildir, certificate, key, user, password = sys.argv[1:]


class OneAMessage(Mailbox):
    """Keeps the envelope beside the message, as a mail server of an office does."""

    def prepare_message(self, session, envelope):
        message = super().prepare_message(session, envelope)
        message["X-Was-Encrypted"] = "yes" if session.ssl else "no"
        return message


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
    return AuthResult(success=good, handled=good)


with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
controller = Controller(
    OneAMessage(maildir),
    hostname="127.0.0.1",
    port=port,
    tls_context=context,
    require_starttls=True,
    authenticator=authenticate,
    auth_required=True,
)
controller.start()
print(port, flush=True)
sys.stdin.read()
controller.stop()
