"""What another program reads in a message: its headers decoded, its parts, the names and bytes of what is attached. JSON."""
import email
import email.policy
import hashlib
import json
import sys

told = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    old = email.message_from_string(open(path, encoding="ascii", newline="").read())
    parts = [part for part in message.walk() if not part.is_multipart()]
    olds = [part for part in old.walk() if not part.is_multipart()]
    told.append(
        {
            "headers": {name: str(value) for name, value in message.items()},
            "names": [name for name, _ in message.items()],
            "defects": [str(defect) for part in message.walk() for defect in part.defects],
            "kinds": [part.get_content_type() for part in message.walk()],
            "attached": [part.get_filename() for part in parts if part.get_filename()],
            # The name as older programs read it: the encoded word in Content-Type.
            "old_names": [
                str(email.header.make_header(email.header.decode_header(part.get_param("name"))))
                for part in olds
                if part.get_param("name")
            ],
            "text": parts[0].get_content(),
            "html": parts[1].get_content(),
            "longest_line": max(len(line) for line in open(path, "rb").read().split(b"\r\n")),
            "sha256": [hashlib.sha256(part.get_payload(decode=True)).hexdigest() for part in parts if part.get_filename()],
        }
    )
print(json.dumps(told))
