//! One message: where it goes, how it is written to a server, and what became of it.

use super::error::SmtpError;
use super::reply::Reply;

/// One message on its way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Envelope<'a> {
    /// The address that it goes to.
    pub(crate) to: &'a str,
    /// What servers are to call it when they tell that it did not arrive: letters, digits and dots.
    pub(crate) id: &'a str,
    pub(crate) message: &'a [u8],
}

/// What became of one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AttemptOutcome {
    /// The server has taken it.
    Accepted(Reply),
    /// The server has not taken it.
    Rejected(SmtpError),
    /// The server cannot have taken it, and the session is over.
    LostBefore(SmtpError),
    /// The server may have taken it: its reply is lost, and the session is over.
    LostAfter(SmtpError),
}

/// The message as it is sent: lines end with CR LF, and one that begins with a dot gets another (RFC 5321,
/// 4.5.2).
pub(super) fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len() + 64);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        if line.first() == Some(&b'.') {
            out.push(b'.');
        }
        let line = line
            .strip_suffix(b"\n")
            .map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line));
        out.extend_from_slice(line);
        out.extend_from_slice(b"\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_doubled_and_lines_end_as_they_should() {
        assert_eq!(stuffed(b"a\n.b\r\n..\r\nc"), b"a\r\n..b\r\n...\r\nc\r\n");
    }
}
