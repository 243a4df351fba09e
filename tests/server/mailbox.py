"""A mail server that takes what comes from whoever has logged in over an encrypted line, into a mailbox file.

mailbox.py PORT CERTIFICATE KEY USER PASSWORD FILE
"""

import base64
import socketserver
import ssl
import sys

PORT, CERTIFICATE, KEY, USER, PASSWORD, FILE = sys.argv[1:7]
PROOF = base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()


class Dialogue(socketserver.StreamRequestHandler):
    def say(self, words):
        self.wfile.write(words.encode() + b"\r\n")

    def handle(self):
        encrypted, known, to = False, False, ""
        self.say("220 post.example.se")
        while line := self.rfile.readline():
            command = line.decode("utf-8", "replace").strip()
            verb = command.upper()
            if verb.startswith("EHLO"):
                offer = "AUTH PLAIN" if encrypted else "STARTTLS"
                self.say(f"250-post.example.se\r\n250 {offer}")
            elif verb == "STARTTLS":
                self.say("220 go")
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(CERTIFICATE, KEY)
                self.connection = context.wrap_socket(self.connection, server_side=True)
                self.setup()
                encrypted = True
            elif verb.startswith("AUTH PLAIN "):
                known = encrypted and command.split(" ")[2] == PROOF
                self.say("235 welcome" if known else "535 5.7.8 no")
            elif verb.startswith("MAIL FROM:"):
                self.say("250 ok" if known else "530 5.7.0 log in first")
            elif verb.startswith("RCPT TO:"):
                to = command[8:].split(">")[0].strip("<")
                self.say("550 5.1.1 unknown" if to.startswith("okand") else "250 ok")
            elif verb == "DATA":
                self.say("354 go on")
                with open(FILE, "ab") as box:
                    box.write(f"\nEnvelope-To: {to}\n".encode())
                    while (text := self.rfile.readline()) not in (b".\r\n", b""):
                        box.write(text.replace(b"\r\n", b"\n"))
                self.say("250 2.0.0 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def setup(self):
        self.request = getattr(self, "connection", self.request)
        super().setup()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", int(PORT)), Dialogue).serve_forever()
