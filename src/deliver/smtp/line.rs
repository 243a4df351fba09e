//! The line to a mail server: commands out, answers in, each within its time and of a bounded length.
//!
//! A library for posting keeps what has arrived before the line is encrypted and takes it for the server's word after (an
//! injected answer), reads a line without an end for ever, and tells nobody when the end of a message is about to be said.
//! So the dialogue is held here.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::fault::{Answer, Fault, Step};

/// The most bytes of one answer: RFC 5321 asks for 512 a line; servers greet with a dozen lines.
const LONGEST_ANSWER: usize = 16 << 10;
/// How much of an answer's words is kept.
const KEPT: usize = 300;
/// How much is written at a time, so that a slow line is not taken for a dead one.
const PORTION: usize = 16 << 10;

/// How many times longer than others the answer to a message's end may take. Servers look for viruses before they say that
/// they have taken it (RFC 5321, 4.5.3.2.6, asks for ten minutes), and whoever gives up sooner sends it twice.
const LATE: u32 = 10;
/// How long a server that is gone has to show it.
const GLANCE: Duration = Duration::from_millis(10);

/// The longest that one address of a server may take to answer at all.
const CONNECT: Duration = Duration::from_secs(30);

/// A line to a mail server.
pub struct Line {
    stream: Stream,
    arrived: Vec<u8>,
    patience: Duration,
    host: String,
}

/// The line as the system knows it.
enum Stream {
    Open(TcpStream),
    Encrypted(Box<StreamOwned<ClientConnection, TcpStream>>),
    /// While it is being encrypted, and for ever if that fails.
    Gone,
}

impl Stream {
    fn socket(&self) -> std::io::Result<&TcpStream> {
        match self {
            Stream::Open(socket) => Ok(socket),
            Stream::Encrypted(stream) => Ok(stream.get_ref()),
            Stream::Gone => Err(ErrorKind::NotConnected.into()),
        }
    }

    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Stream::Open(socket) => socket.read(into),
            Stream::Encrypted(stream) => stream.read(into),
            Stream::Gone => Err(ErrorKind::NotConnected.into()),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match self {
            Stream::Open(socket) => socket.write_all(bytes).and_then(|()| socket.flush()),
            Stream::Encrypted(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Stream::Gone => Err(ErrorKind::NotConnected.into()),
        }
    }
}

impl Line {
    /// Connects; the line is open.
    ///
    /// # Errors
    /// If there is no way to the server.
    pub fn connect(host: &str, port: u16, patience: Duration) -> Result<Line, Fault> {
        let unreachable = |why: String| Fault::Unreachable {
            server: format!("{host}:{port}"),
            why,
        };
        let addresses = (host, port)
            .to_socket_addrs()
            .map_err(|fault| unreachable(fault.to_string()))?;
        let mut last = "its name has no address".to_owned();
        for address in addresses {
            match TcpStream::connect_timeout(&address, patience.min(CONNECT)) {
                Ok(socket) => {
                    // Commands are short and each waits for its answer.
                    let _ = socket.set_nodelay(true);
                    let stream = Stream::Open(socket);
                    return Ok(Line {
                        stream,
                        arrived: Vec::new(),
                        patience,
                        host: host.to_owned(),
                    });
                }
                Err(fault) => last = fault.to_string(),
            }
        }
        Err(unreachable(last))
    }

    /// Whether nobody else can read it.
    pub fn is_encrypted(&self) -> bool {
        matches!(self.stream, Stream::Encrypted(_))
    }

    /// Encrypts the line. What has arrived before is no word of the server's: then nothing more is said.
    ///
    /// # Errors
    /// If something has been put into the line, or it cannot be encrypted.
    pub fn encrypt(&mut self, tls: Arc<ClientConfig>, step: Step) -> Result<(), Fault> {
        let host = || self.host.clone();
        if !self.arrived.is_empty() {
            return Err(Fault::Injected { host: host() });
        }
        let name = ServerName::try_from(self.host.clone());
        let name = name.map_err(|fault| Fault::Encryption {
            host: host(),
            why: fault.to_string(),
        })?;
        let connection = ClientConnection::new(tls, name);
        let connection = connection.map_err(|fault| Fault::Encryption {
            host: host(),
            why: fault.to_string(),
        })?;
        let Stream::Open(socket) = std::mem::replace(&mut self.stream, Stream::Gone) else {
            return Err(Fault::LineLost {
                step,
                why: "it is encrypted already".to_owned(),
            });
        };
        let mut stream = Box::new(StreamOwned::new(connection, socket));
        self.limit(stream.get_ref(), self.patience);
        while stream.conn.is_handshaking() {
            stream
                .conn
                .complete_io(&mut stream.sock)
                .map_err(|fault| self.lost(&fault, step))?;
        }
        self.stream = Stream::Encrypted(stream);
        Ok(())
    }

    /// Bounds the time of one reading or writing. A socket that takes no bound is gone: reading and writing tell that.
    fn limit(&self, socket: &TcpStream, patience: Duration) {
        let _ = socket
            .set_write_timeout(Some(patience))
            .and_then(|()| socket.set_read_timeout(Some(patience)));
    }

    /// Says a command and hears the answer.
    ///
    /// # Errors
    /// If the line is lost, or the answer is none.
    pub fn ask(&mut self, command: &str, step: Step) -> Result<Answer, Fault> {
        if !self.arrived.is_empty() {
            return Err(Fault::Strange {
                step,
                why: "it answers before it is asked",
            });
        }
        self.say(command.as_bytes(), step)?;
        self.hear(step)
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// If the line is lost.
    pub fn say(&mut self, bytes: &[u8], step: Step) -> Result<(), Fault> {
        let socket = self
            .stream
            .socket()
            .map_err(|fault| self.lost(&fault, step))?;
        self.limit(socket, self.patience);
        for portion in bytes.chunks(PORTION) {
            self.stream
                .write(portion)
                .map_err(|fault| self.lost(&fault, step))?;
        }
        Ok(())
    }

    /// Hears an answer, all its lines.
    ///
    /// # Errors
    /// If the line is lost, the time is over, or it is no answer.
    pub fn hear(&mut self, step: Step) -> Result<Answer, Fault> {
        self.hear_within(self.patience, step)
    }

    /// Hears the answer to a message's end, which may take long.
    ///
    /// # Errors
    /// As for [`Line::hear`].
    pub fn hear_late(&mut self, step: Step) -> Result<Answer, Fault> {
        self.hear_within(self.patience * LATE, step)
    }

    /// Whether something has arrived that was not asked for.
    ///
    /// # Errors
    /// If the line is lost.
    pub fn has_spoken(&mut self, step: Step) -> Result<bool, Fault> {
        if !self.arrived.is_empty() {
            return Ok(true);
        }
        match self.read_more(GLANCE, step) {
            Ok(()) => Ok(true),
            Err(Fault::Silent { .. }) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    fn hear_within(&mut self, patience: Duration, step: Step) -> Result<Answer, Fault> {
        let strange = |why| Fault::Strange { step, why };
        let until = Instant::now() + patience;
        let (mut code, mut words, mut heard) = (None, Vec::new(), 0);
        loop {
            let line = self.next_line((until, patience), step)?;
            heard += line.len();
            if heard > LONGEST_ANSWER {
                return Err(strange("its answer has no end"));
            }
            let (digits, rest) = line
                .split_at_checked(3)
                .ok_or(strange("its answer has no code"))?;
            let number: u16 = std::str::from_utf8(digits)
                .ok()
                .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|digits| digits.parse().ok())
                .filter(|number| (200..600).contains(number))
                .ok_or(strange("its answer has no code"))?;
            if *code.get_or_insert(number) != number {
                return Err(strange("its answer has two codes"));
            }
            let (sign, text) = rest
                .split_first()
                .map_or((b' ', rest), |(sign, text)| (*sign, text));
            words.push(plain(text));
            match sign {
                b' ' => {
                    return Ok(Answer {
                        code: number,
                        text: words.join("\n"),
                    });
                }
                b'-' => {}
                _ => return Err(strange("its answer has no code")),
            }
        }
    }

    /// The next line without its end.
    fn next_line(
        &mut self,
        (until, patience): (Instant, Duration),
        step: Step,
    ) -> Result<Vec<u8>, Fault> {
        loop {
            if let Some(end) = self.arrived.iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.arrived.drain(..=end).collect();
                line.truncate(line.trim_ascii_end().len());
                return Ok(line);
            }
            if self.arrived.len() > LONGEST_ANSWER {
                return Err(Fault::Strange {
                    step,
                    why: "its answer has no end",
                });
            }
            let left = until.saturating_duration_since(Instant::now());
            let silent = Fault::Silent {
                step,
                seconds: patience.as_secs(),
            };
            if left.is_zero() {
                return Err(silent);
            }
            self.read_more(left, step).map_err(|fault| {
                if let Fault::Silent { .. } = fault {
                    silent
                } else {
                    fault
                }
            })?;
        }
    }

    /// Reads what has arrived, or arrives within the time.
    fn read_more(&mut self, time: Duration, step: Step) -> Result<(), Fault> {
        self.limit(
            self.stream
                .socket()
                .map_err(|fault| self.lost(&fault, step))?,
            time,
        );
        let mut portion = [0; 4096];
        loop {
            match self.stream.read(&mut portion) {
                Ok(0) => {
                    return Err(Fault::LineLost {
                        step,
                        why: "the server hung up".to_owned(),
                    });
                }
                Ok(count) => {
                    self.arrived.extend(portion.iter().take(count));
                    return Ok(());
                }
                Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                Err(fault) => return Err(self.lost(&fault, step)),
            }
        }
    }

    /// What a fault of the line means: a certificate that is not trusted shows only when the first bytes are to pass.
    fn lost(&self, fault: &std::io::Error, step: Step) -> Fault {
        let host = || self.host.clone();
        let tls = fault
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match tls {
            Some(rustls::Error::InvalidCertificate(why)) => Fault::Certificate {
                host: host(),
                why: certificate(why),
            },
            Some(why) => Fault::Encryption {
                host: host(),
                why: why.to_string(),
            },
            None if matches!(fault.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                Fault::Silent {
                    step,
                    seconds: self.patience.as_secs(),
                }
            }
            None => Fault::LineLost {
                step,
                why: fault.kind().to_string(),
            },
        }
    }
}

/// What is wrong with a certificate, in plain words where there are some.
fn certificate(why: &rustls::CertificateError) -> String {
    use rustls::CertificateError::*;
    match why {
        Expired | ExpiredContext { .. } => "it is out of date".to_owned(),
        NotValidYet | NotValidYetContext { .. } => {
            "it is not valid yet; check this machine's clock".to_owned()
        }
        NotValidForName | NotValidForNameContext { .. } => "it is another server's".to_owned(),
        // An authority's certificate shown as a server's: programs that sign for themselves make such.
        Other(other) if other.to_string().contains("CaUsedAsEndEntity") => {
            certificate(&UnknownIssuer)
        }
        UnknownIssuer => "nobody that this machine trusts has signed it".to_owned(),
        BadSignature | UnsupportedSignatureAlgorithmContext { .. } => {
            "its signature cannot be verified".to_owned()
        }
        InvalidPurpose | InvalidPurposeContext { .. } => "it is not made for a server".to_owned(),
        Other(_) | BadEncoding => "it is not made as a server's certificate should be".to_owned(),
        other => other.to_string(),
    }
}

/// The words of an answer without anything that could disturb a log or a terminal.
fn plain(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .take(KEPT)
        .collect::<String>()
        .trim()
        .to_owned()
}
