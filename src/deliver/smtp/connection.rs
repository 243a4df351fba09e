//! The connection to a mail server: commands out, replies in, each within a timeout and of a bounded length.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::auth::Secrets;
use super::error::SmtpError;
use super::phase::Phase;
use super::reply::Reply;
use super::timed::TimedSocket;
use super::why::Why;

/// The most bytes of one reply: RFC 5321 asks for 512 a line; servers greet with a dozen lines.
const LONGEST_REPLY: usize = 16 << 10;
/// How many characters of a reply's words are kept.
const KEPT_TEXT: usize = 300;
/// How many bytes are written at a time, so that a slow connection is not taken for a dead one.
const CHUNK: usize = 16 << 10;

/// How many times longer than others the reply to a message's end may take. Servers look for viruses before they reply that
/// they have taken it (RFC 5321, 4.5.3.2.6, asks for ten minutes), and whoever gives up sooner sends it twice.
const DATA_END_FACTOR: u32 = 10;
/// How long a server that is gone has to show it.
const PEEK_TIMEOUT: Duration = Duration::from_millis(10);

/// The longest that one address of a server may take to answer at all.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

/// A connection to a mail server.
pub(super) struct Connection {
    stream: Stream,
    received: Vec<u8>,
    timeout: Duration,
    host: String,
    /// What is in no reply that is kept: some servers repeat what they were sent.
    secrets: Secrets,
}

/// The connection as the system knows it.
enum Stream {
    Plain(TimedSocket),
    Encrypted(Box<StreamOwned<ClientConnection, TimedSocket>>),
    /// While it is being encrypted, and for ever if that fails.
    Closed,
}

impl Stream {
    /// Gives the next reading or writing so much time.
    fn allow(&mut self, time: Duration) {
        match self {
            Stream::Plain(socket) => socket.allow(time),
            Stream::Encrypted(stream) => stream.get_mut().allow(time),
            Stream::Closed => {}
        }
    }

    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Stream::Plain(socket) => socket.read(into),
            Stream::Encrypted(stream) => stream.read(into),
            Stream::Closed => Err(ErrorKind::NotConnected.into()),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match self {
            Stream::Plain(socket) => socket.write_all(bytes).and_then(|()| socket.flush()),
            Stream::Encrypted(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Stream::Closed => Err(ErrorKind::NotConnected.into()),
        }
    }
}

impl Connection {
    /// Connects, not encrypted yet.
    ///
    /// # Errors
    /// If there is no way to the server.
    pub(super) fn connect(
        host: &str,
        port: u16,
        timeout: Duration,
        secrets: Secrets,
    ) -> Result<Connection, SmtpError> {
        let unreachable = |why| SmtpError::Unreachable {
            server: format!("{host}:{port}"),
            why,
        };
        let addresses = (host, port)
            .to_socket_addrs()
            .map_err(|fault| unreachable(Why::said(fault)))?;
        let mut last = Why::NoAddress;
        for address in addresses {
            match TcpStream::connect_timeout(&address, timeout.min(CONNECT_TIMEOUT)) {
                Ok(socket) => {
                    // Commands are short and each waits for its answer.
                    let _ = socket.set_nodelay(true);
                    let stream = Stream::Plain(TimedSocket::new(socket, timeout));
                    return Ok(Connection {
                        stream,
                        received: Vec::new(),
                        timeout,
                        host: host.to_owned(),
                        secrets,
                    });
                }
                Err(fault) => last = Why::said(fault),
            }
        }
        Err(unreachable(last))
    }

    /// Whether nobody else can read it.
    pub(super) fn is_encrypted(&self) -> bool {
        matches!(self.stream, Stream::Encrypted(_))
    }

    /// Encrypts the connection. What was received before it may be anybody's: then nothing more is sent.
    ///
    /// # Errors
    /// If something was received before, or it cannot be encrypted.
    pub(super) fn encrypt(
        &mut self,
        tls: Arc<ClientConfig>,
        phase: Phase,
    ) -> Result<(), SmtpError> {
        let host = || self.host.clone();
        if !self.received.is_empty() {
            return Err(SmtpError::Injected { host: host() });
        }
        let name = ServerName::try_from(self.host.clone());
        let name = name.map_err(|fault| SmtpError::Encryption {
            host: host(),
            why: Why::said(fault),
        })?;
        let connection = ClientConnection::new(tls, name);
        let connection = connection.map_err(|fault| SmtpError::Encryption {
            host: host(),
            why: Why::said(fault),
        })?;
        let Stream::Plain(mut socket) = std::mem::replace(&mut self.stream, Stream::Closed) else {
            return Err(SmtpError::ConnectionLost {
                phase,
                why: Why::EncryptedAlready,
            });
        };
        // All of the handshake together, in however many pieces it comes.
        socket.allow(self.timeout);
        let mut stream = Box::new(StreamOwned::new(connection, socket));
        while stream.conn.is_handshaking() {
            stream
                .conn
                .complete_io(&mut stream.sock)
                .map_err(|fault| self.lost(&fault, phase))?;
        }
        self.stream = Stream::Encrypted(stream);
        Ok(())
    }

    /// Sends a command and reads its reply.
    ///
    /// # Errors
    /// If the connection is lost, or what is received is no reply.
    pub(super) fn command(&mut self, command: &str, phase: Phase) -> Result<Reply, SmtpError> {
        if !self.received.is_empty() {
            return Err(SmtpError::Protocol {
                phase,
                why: Why::EarlyData,
            });
        }
        self.send(command.as_bytes(), phase)?;
        self.read_reply(phase)
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// If the connection is lost.
    pub(super) fn send(&mut self, bytes: &[u8], phase: Phase) -> Result<(), SmtpError> {
        for portion in bytes.chunks(CHUNK) {
            self.stream.allow(self.timeout);
            self.stream
                .write(portion)
                .map_err(|fault| self.lost(&fault, phase))?;
        }
        Ok(())
    }

    /// Reads a reply, all its lines.
    ///
    /// # Errors
    /// If the connection is lost, the timeout is over, or what is received is no reply.
    pub(super) fn read_reply(&mut self, phase: Phase) -> Result<Reply, SmtpError> {
        self.read_reply_within(self.timeout, phase)
    }

    /// Reads the reply to a message's end, which may take long.
    ///
    /// # Errors
    /// As for [`Connection::read_reply`].
    pub(super) fn read_data_reply(&mut self, phase: Phase) -> Result<Reply, SmtpError> {
        self.read_reply_within(self.timeout * DATA_END_FACTOR, phase)
    }

    /// Whether something was received that was not asked for.
    ///
    /// # Errors
    /// If the connection is lost.
    pub(super) fn has_unsolicited_data(&mut self, phase: Phase) -> Result<bool, SmtpError> {
        if !self.received.is_empty() {
            return Ok(true);
        }
        match self.read_more(PEEK_TIMEOUT, phase) {
            Ok(()) => Ok(true),
            Err(SmtpError::Timeout { .. }) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    fn read_reply_within(&mut self, timeout: Duration, phase: Phase) -> Result<Reply, SmtpError> {
        let protocol = |why| SmtpError::Protocol { phase, why };
        let until = Instant::now() + timeout;
        let (mut code, mut words, mut length) = (None, Vec::new(), 0);
        loop {
            let line = self.next_line((until, timeout), phase)?;
            length += line.len();
            if length > LONGEST_REPLY {
                return Err(protocol(Why::EndlessReply));
            }
            let (digits, rest) = line.split_at_checked(3).ok_or(protocol(Why::NoCode))?;
            let number: u16 = std::str::from_utf8(digits)
                .ok()
                .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|digits| digits.parse().ok())
                .filter(|number| (200..600).contains(number))
                .ok_or(protocol(Why::NoCode))?;
            if *code.get_or_insert(number) != number {
                return Err(protocol(Why::TwoCodes));
            }
            let (sign, text) = rest
                .split_first()
                .map_or((b' ', rest), |(sign, text)| (*sign, text));
            words.push(plain(text, &self.secrets));
            match sign {
                b' ' => {
                    return Ok(Reply {
                        code: number,
                        text: words.join("\n"),
                    });
                }
                b'-' => {}
                _ => return Err(protocol(Why::NoCode)),
            }
        }
    }

    /// The next line without its end.
    fn next_line(
        &mut self,
        (until, timeout): (Instant, Duration),
        phase: Phase,
    ) -> Result<Vec<u8>, SmtpError> {
        loop {
            if let Some(end) = self.received.iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.received.drain(..=end).collect();
                line.truncate(line.trim_ascii_end().len());
                return Ok(line);
            }
            if self.received.len() > LONGEST_REPLY {
                return Err(SmtpError::Protocol {
                    phase,
                    why: Why::EndlessReply,
                });
            }
            let left = until.saturating_duration_since(Instant::now());
            let timed_out = SmtpError::Timeout {
                phase,
                seconds: timeout.as_secs(),
            };
            if left.is_zero() {
                return Err(timed_out);
            }
            self.read_more(left, phase).map_err(|fault| {
                if let SmtpError::Timeout { .. } = fault {
                    timed_out
                } else {
                    fault
                }
            })?;
        }
    }

    /// Reads what has arrived, or arrives within the time.
    fn read_more(&mut self, time: Duration, phase: Phase) -> Result<(), SmtpError> {
        self.stream.allow(time);
        let mut portion = [0; 4096];
        loop {
            match self.stream.read(&mut portion) {
                Ok(0) => {
                    return Err(SmtpError::ConnectionLost {
                        phase,
                        why: Why::Closed,
                    });
                }
                Ok(count) => {
                    self.received.extend(portion.iter().take(count));
                    return Ok(());
                }
                Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                Err(fault) => return Err(self.lost(&fault, phase)),
            }
        }
    }

    /// What an error of the connection means: a certificate that is not trusted shows only when the first bytes are to pass.
    fn lost(&self, fault: &std::io::Error, phase: Phase) -> SmtpError {
        let host = || self.host.clone();
        let tls = fault
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match tls {
            Some(rustls::Error::InvalidCertificate(why)) => SmtpError::Certificate {
                host: host(),
                why: certificate(why),
            },
            Some(why) => SmtpError::Encryption {
                host: host(),
                why: Why::said(why),
            },
            None if matches!(fault.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                SmtpError::Timeout {
                    phase,
                    seconds: self.timeout.as_secs(),
                }
            }
            None => SmtpError::ConnectionLost {
                phase,
                why: Why::said(fault.kind()),
            },
        }
    }
}

/// What is wrong with a certificate, in plain words where there are some.
fn certificate(why: &rustls::CertificateError) -> Why {
    use rustls::CertificateError::*;
    match why {
        Expired | ExpiredContext { .. } => Why::Expired,
        NotValidYet | NotValidYetContext { .. } => Why::NotYetValid,
        NotValidForName | NotValidForNameContext { .. } => Why::OtherServer,
        // An authority's certificate shown as a server's: programs that sign for themselves make such.
        Other(other) if other.to_string().contains("CaUsedAsEndEntity") => {
            certificate(&UnknownIssuer)
        }
        UnknownIssuer => Why::UnknownIssuer,
        BadSignature | UnsupportedSignatureAlgorithmContext { .. } => Why::BadSignature,
        InvalidPurpose | InvalidPurposeContext { .. } => Why::NotForServers,
        Other(_) | BadEncoding => Why::BadlyMade,
        other => Why::said(other),
    }
}

/// The words of a reply without anything that could disturb a log or a terminal. Secrets are hidden before anything is cut.
fn plain(text: &[u8], secrets: &Secrets) -> String {
    let text = String::from_utf8_lossy(text);
    let text: String = text
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    let text: String = secrets.hide_in(&text).chars().take(KEPT_TEXT).collect();
    text.trim().to_owned()
}
