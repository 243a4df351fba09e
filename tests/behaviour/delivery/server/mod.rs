//! A mail server on loopback that does what it is told to, once or for ever, at any step of the dialogue.

mod certificate;
mod dialogue;

use std::net::TcpListener;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::ServerConfig;

pub(super) use certificate::{
    authority_certificate, certificate, old_authority_certificate, old_certificate,
};
use dialogue::Dialogue;

/// Where in the dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
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
pub(crate) enum Do {
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
pub(crate) struct Rule {
    pub at: At,
    pub to: &'static str,
    pub times: usize,
    pub what: Do,
}

/// How a server is.
#[derive(Clone, Default)]
pub(crate) struct Manner {
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
pub(crate) struct Taken {
    pub to: String,
    pub text: String,
}

impl Taken {
    pub(crate) fn header(&self, name: &str) -> String {
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
pub(crate) struct Server {
    pub port: u16,
    state: Arc<Mutex<State>>,
    /// Told when the event asked for has come; the server waits for `go`.
    pub reached: Mutex<Receiver<()>>,
    go: Sender<()>,
}

impl Server {
    pub(crate) fn start(manner: Manner) -> Server {
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

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.state.lock().unwrap().taken.clone()
    }

    /// Who got how many.
    pub(crate) fn count(&self, to: &str) -> usize {
        self.taken()
            .iter()
            .filter(|taken| taken.to.starts_with(to))
            .count()
    }

    /// Waits until all that clients have said is heard.
    pub(crate) fn settle(&self) {
        while self.state.lock().unwrap().clients > 0 {
            thread::sleep(Duration::from_millis(1));
        }
    }

    pub(crate) fn heard(&self) -> Vec<String> {
        self.state.lock().unwrap().heard.clone()
    }

    /// Stops at the event of that number, counted from 0 since now.
    pub(crate) fn stop_at(&self, event: usize) {
        let mut state = self.state.lock().unwrap();
        state.events = 0;
        state.stop_at = Some(event);
    }

    pub(crate) fn go_on(&self) {
        self.state.lock().unwrap().stop_at = None;
        self.go.send(()).unwrap();
    }
}
