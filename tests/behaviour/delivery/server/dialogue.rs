//! What the server says to one client.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::{ServerConnection, StreamOwned};

use super::{At, Do, Manner, Rule, State, Taken};

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

pub(super) struct Dialogue {
    pub(super) manner: Manner,
    pub(super) state: Arc<Mutex<State>>,
    pub(super) tell: Sender<()>,
    pub(super) wait: Arc<Mutex<Receiver<()>>>,
    pub(super) tls: bool,
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

    pub(super) fn hold(mut self, socket: TcpStream) -> std::io::Result<()> {
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
                let address = command[8..].split('>').next().unwrap();
                to = address.trim_start_matches('<').to_owned();
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
