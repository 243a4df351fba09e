//! A mail server on loopback that does what it is told to, once or for ever, at any step of the dialogue.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Where in the dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Greeting,
    Hello,
    StartTls,
    Auth,
    Mail,
    Recipient,
    Data,
    /// The message has come to its end.
    Content,
}

/// What it does there instead of agreeing.
#[derive(Clone, Debug)]
pub enum Do {
    /// Answers this.
    Say(&'static str),
    /// Writes these bytes as they are.
    Write(Vec<u8>),
    /// Hangs up.
    HangUp,
    /// Says nothing.
    Stall,
    /// Agrees after so many seconds.
    Late(u64),
    /// Takes the message and hangs up without a word.
    TakeAndHangUp,
    /// After DATA: hangs up in the middle of the message.
    HangUpInContent,
    /// After DATA: says this in the middle of the message and hangs up.
    SayInContent(&'static str),
}

impl Do {
    fn is_in_content(&self) -> bool {
        matches!(self, Do::HangUpInContent | Do::SayInContent(_))
    }
}

/// A rule: at this step, for addresses that begin so, so many times.
#[derive(Clone, Debug)]
pub struct Rule {
    pub at: At,
    pub to: &'static str,
    pub times: usize,
    pub what: Do,
}

/// How a server is.
#[derive(Clone, Default)]
pub struct Manner {
    pub rules: Vec<Rule>,
    /// Offers STARTTLS, or is encrypted from the first byte, with this certificate.
    pub tls: Option<Arc<ServerConfig>>,
    pub implicit: bool,
    /// Asks for this user and password, or token, before anything.
    pub login: Option<&'static str>,
    pub offers: Vec<&'static str>,
    /// Passes over what stands beside AUTH PLAIN and asks for it.
    pub asks_again: bool,
    /// Says back what it heard when it refuses a login.
    pub repeats: bool,
}

/// A message that it has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub to: String,
    pub text: String,
}

impl Taken {
    pub fn header(&self, name: &str) -> String {
        let head = self.text.split("\r\n\r\n").next().unwrap();
        let start = format!("{}: ", name.to_lowercase());
        let mut lines = head
            .lines()
            .skip_while(|line| !line.to_lowercase().starts_with(&start));
        let first = lines.next().unwrap_or_default();
        let more = lines.take_while(|line| line.starts_with([' ', '\t']));
        first
            .chars()
            .skip(start.len())
            .chain(more.flat_map(str::chars))
            .collect()
    }
}

#[derive(Default)]
struct State {
    rules: Vec<Rule>,
    taken: Vec<Taken>,
    heard: Vec<String>,
    events: usize,
    stop_at: Option<usize>,
    /// How many clients are spoken with.
    clients: usize,
}

/// The server.
pub struct Server {
    pub port: u16,
    state: Arc<Mutex<State>>,
    /// Told when the event asked for has come; the server waits for `go`.
    pub reached: Mutex<Receiver<()>>,
    go: Sender<()>,
}

impl Server {
    pub fn start(manner: Manner) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State {
            rules: manner.rules.clone(),
            ..State::default()
        }));
        let ((tell, reached), (go, wait)) = (channel(), channel());
        let wait = Arc::new(Mutex::new(wait));
        let shared = state.clone();
        thread::spawn(move || {
            for socket in listener.incoming().flatten() {
                let (manner, state, tell, wait) =
                    (manner.clone(), shared.clone(), tell.clone(), wait.clone());
                state.lock().unwrap().clients += 1;
                thread::spawn(move || {
                    let shared = state.clone();
                    // A client that goes away ends its dialogue, which is what some tests are about.
                    let _ = Dialogue {
                        manner,
                        state,
                        tell,
                        wait,
                        tls: false,
                    }
                    .hold(socket);
                    shared.lock().unwrap().clients -= 1;
                });
            }
        });
        Server {
            port,
            state,
            reached: Mutex::new(reached),
            go,
        }
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.state.lock().unwrap().taken.clone()
    }

    /// Who got how many.
    pub fn count(&self, to: &str) -> usize {
        self.taken()
            .iter()
            .filter(|taken| taken.to.starts_with(to))
            .count()
    }

    /// Waits until all that clients have said is heard.
    pub fn settle(&self) {
        while self.state.lock().unwrap().clients > 0 {
            thread::sleep(Duration::from_millis(1));
        }
    }

    pub fn heard(&self) -> Vec<String> {
        self.state.lock().unwrap().heard.clone()
    }

    /// Stops at the event of that number, counted from 0 since now.
    pub fn stop_at(&self, event: usize) {
        let mut state = self.state.lock().unwrap();
        state.events = 0;
        state.stop_at = Some(event);
    }

    pub fn go_on(&self) {
        self.state.lock().unwrap().stop_at = None;
        self.go.send(()).unwrap();
    }
}

enum Line {
    Open(BufReader<TcpStream>),
    Encrypted(Box<BufReader<StreamOwned<ServerConnection, TcpStream>>>),
}

impl Line {
    fn read_line(&mut self) -> std::io::Result<Vec<u8>> {
        let mut line = Vec::new();
        let count = match self {
            Line::Open(stream) => stream.read_until(b'\n', &mut line)?,
            Line::Encrypted(stream) => stream.read_until(b'\n', &mut line)?,
        };
        if count == 0 {
            Err(std::io::ErrorKind::UnexpectedEof.into())
        } else {
            Ok(line)
        }
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match self {
            Line::Open(stream) => stream.get_mut().write_all(bytes),
            Line::Encrypted(stream) => stream
                .get_mut()
                .write_all(bytes)
                .and_then(|()| stream.get_mut().flush()),
        }
    }
}

struct Dialogue {
    manner: Manner,
    state: Arc<Mutex<State>>,
    tell: Sender<()>,
    wait: Arc<Mutex<Receiver<()>>>,
    tls: bool,
}

impl Dialogue {
    /// An event: the test may want to stop the client here.
    fn event(&self) {
        let mut state = self.state.lock().unwrap();
        let is_it = state.stop_at == Some(state.events);
        state.events += 1;
        drop(state);
        if is_it {
            self.tell.send(()).unwrap();
            let _ = self
                .wait
                .lock()
                .unwrap()
                .recv_timeout(Duration::from_secs(20));
        }
    }

    fn rule(&self, at: At, to: &str) -> Option<Do> {
        let mut state = self.state.lock().unwrap();
        let rule = state
            .rules
            .iter_mut()
            .find(|rule| rule.at == at && rule.times > 0 && to.starts_with(rule.to))?;
        rule.times -= 1;
        Some(rule.what.clone())
    }

    fn answer(&self, line: &mut Line, at: At, to: &str, usual: &str) -> std::io::Result<bool> {
        self.event();
        let gone = || Err(std::io::ErrorKind::ConnectionAborted.into());
        let agreed = match self.rule(at, to) {
            Some(Do::Late(seconds)) => {
                thread::sleep(Duration::from_secs(seconds));
                line.write(usual.as_bytes())?;
                true
            }
            None | Some(Do::HangUpInContent | Do::SayInContent(_)) => {
                line.write(usual.as_bytes())?;
                true
            }
            Some(Do::Say(words)) => {
                line.write(format!("{words}\r\n").as_bytes())?;
                false
            }
            Some(Do::Write(bytes)) => {
                line.write(&bytes)?;
                true
            }
            Some(Do::HangUp | Do::TakeAndHangUp) => return gone(),
            Some(Do::Stall) => {
                thread::sleep(Duration::from_secs(8));
                return gone();
            }
        };
        self.event();
        Ok(agreed)
    }

    fn encrypted(&self, socket: TcpStream) -> Line {
        let connection = ServerConnection::new(self.manner.tls.clone().unwrap()).unwrap();
        Line::Encrypted(Box::new(BufReader::new(StreamOwned::new(
            connection, socket,
        ))))
    }

    fn hold(mut self, socket: TcpStream) -> std::io::Result<()> {
        socket.set_read_timeout(Some(Duration::from_secs(30)))?;
        socket.set_nodelay(true)?;
        let copy = socket.try_clone()?;
        let mut line = if self.manner.implicit {
            self.encrypted(socket)
        } else {
            Line::Open(BufReader::new(socket))
        };
        self.tls = self.manner.implicit;
        self.answer(
            &mut line,
            At::Greeting,
            "",
            "220-post.example.se\r\n220 ready\r\n",
        )?;
        let (mut to, mut known) = (String::new(), self.manner.login.is_none());
        loop {
            let command = String::from_utf8_lossy(&line.read_line()?)
                .trim_end()
                .to_owned();
            self.state.lock().unwrap().heard.push(command.clone());
            let verb = command.to_uppercase();
            if verb.starts_with("EHLO") {
                let mut offers = self.manner.offers.clone();
                if self.manner.tls.is_some() && !self.tls {
                    offers.push("STARTTLS");
                }
                let offers: String = offers
                    .iter()
                    .map(|offer| format!("250-{offer}\r\n"))
                    .collect();
                self.answer(
                    &mut line,
                    At::Hello,
                    "",
                    &format!("250-post.example.se\r\n{offers}250 HELP\r\n"),
                )?;
            } else if verb == "STARTTLS" {
                if self.answer(&mut line, At::StartTls, "", "220 go\r\n")? {
                    line = self.encrypted(copy.try_clone()?);
                    self.tls = true;
                }
            } else if verb.starts_with("AUTH ") {
                known = self.log_in(&mut line, &command)?;
            } else if verb.starts_with("MAIL FROM:") {
                let usual = if known {
                    "250 ok\r\n"
                } else {
                    "530 5.7.0 Authentication required\r\n"
                };
                self.answer(&mut line, At::Mail, "", usual)?;
            } else if verb.starts_with("RCPT TO:") {
                to = command[9..].trim_matches(['<', '>']).to_owned();
                self.answer(&mut line, At::Recipient, &to, "250 ok\r\n")?;
            } else if verb == "DATA" {
                if self.answer(&mut line, At::Data, &to, "354 go on\r\n")? {
                    self.content(&mut line, &to)?;
                }
            } else if verb == "QUIT" {
                line.write(b"221 bye\r\n")?;
                return Ok(());
            } else {
                line.write(b"250 ok\r\n")?;
            }
        }
    }

    fn log_in(&self, line: &mut Line, command: &str) -> std::io::Result<bool> {
        let mut said = command.split(' ').skip(2).collect::<Vec<_>>().join(" ");
        if command.to_uppercase() == "AUTH LOGIN" {
            for asked in ["VXNlcm5hbWU6", "UGFzc3dvcmQ6"] {
                line.write(format!("334 {asked}\r\n").as_bytes())?;
                said += String::from_utf8_lossy(&line.read_line()?).trim_end();
                said.push(' ');
            }
        }
        if self.manner.asks_again {
            line.write(b"334 \r\n")?;
            said = String::from_utf8_lossy(&line.read_line()?)
                .trim_end()
                .to_owned();
        }
        let good = self.manner.login == Some(said.trim());
        if !good && command.contains("XOAUTH2") {
            line.write(b"334 eyJzdGF0dXMiOiI0MDEifQ==\r\n")?;
            line.read_line()?;
        }
        let repeated = if self.manner.repeats { said.trim() } else { "" };
        let refused = format!("535 5.7.8 Username and Password not accepted {repeated}\r\n");
        let usual = if good {
            "235 2.7.0 welcome\r\n"
        } else {
            &refused
        };
        Ok(self.answer(line, At::Auth, "", usual)? && good)
    }

    fn content(&self, line: &mut Line, to: &str) -> std::io::Result<()> {
        let cut_off = {
            let mut state = self.state.lock().unwrap();
            let is_it = |rule: &&mut Rule| {
                rule.at == At::Content
                    && rule.times > 0
                    && rule.what.is_in_content()
                    && to.starts_with(rule.to)
            };
            state.rules.iter_mut().find(is_it).map(|rule| {
                rule.times -= 1;
                rule.what.clone()
            })
        };
        if let Some(cut_off) = cut_off {
            line.read_line()?;
            if let Do::SayInContent(words) = cut_off {
                line.write(format!("{words}\r\n").as_bytes())?;
                // What was not read would take away what was said.
                while line.read_line()? != b".\r\n" {}
            }
            return Err(std::io::ErrorKind::ConnectionAborted.into());
        }
        let mut text = Vec::new();
        loop {
            let next = line.read_line()?;
            if next == b".\r\n" {
                break;
            }
            text.extend_from_slice(next.strip_prefix(b".").unwrap_or(&next));
        }
        let text = String::from_utf8(text).unwrap();
        let refuses = {
            let state = self.state.lock().unwrap();
            let rule = state
                .rules
                .iter()
                .find(|rule| rule.at == At::Content && rule.times > 0 && to.starts_with(rule.to));
            rule.is_some_and(|rule| matches!(&rule.what, Do::Say(words) if !words.starts_with('2')))
        };
        if !refuses {
            self.state.lock().unwrap().taken.push(Taken {
                to: to.to_owned(),
                text,
            });
        }
        self.answer(line, At::Content, to, "250 2.0.0 taken\r\n")?;
        Ok(())
    }
}

/// A certificate for `name`, signed by itself, as a server uses it and as PEM.
pub fn certificate(name: &str) -> (Arc<ServerConfig>, String) {
    certified(rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap())
}

/// The same, out of date since long.
pub fn old_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(2021, 1, 1);
    certified(parameters)
}

/// The same as programs make it that sign for themselves: it says that it is an authority's.
pub fn authority_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    certified(parameters)
}

/// The same, of an authority's kind and out of date since long.
pub fn old_authority_certificate(name: &str) -> (Arc<ServerConfig>, String) {
    let mut parameters = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
    parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(2021, 1, 1);
    certified(parameters)
}

fn certified(parameters: rcgen::CertificateParams) -> (Arc<ServerConfig>, String) {
    let signing_key = rcgen::KeyPair::generate().unwrap();
    let made = parameters.self_signed(&signing_key).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let chain = vec![CertificateDer::from(made.der().to_vec())];
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    let config = config
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    (Arc::new(config), made.pem())
}
