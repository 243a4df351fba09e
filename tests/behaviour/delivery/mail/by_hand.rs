//! Why the dialogue with a mail server is held by hand (`src/deliver/smtp/mod.rs`): what lettre's own connection does where lofte has
//! promised otherwise. A test that fails here says that lettre has mended it, and that so much of `smtp` can go.

use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener};
use std::time::{Duration, Instant};

use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use super::super::server::{authority_certificate, certificate};
use super::*;

const TIMEOUT: Option<Duration> = Some(Duration::from_secs(1));

fn connect(port: u16) -> Result<SmtpConnection, lettre::transport::smtp::Error> {
    let hello = ClientId::Domain("example.se".to_owned());
    SmtpConnection::connect(("localhost", port), TIMEOUT, &hello, None, None)
}

/// What somebody put in before the encryption is taken for what the server says after it.
#[test]
fn lettre_takes_what_was_put_in_before_the_encryption_for_the_servers() {
    let (tls, _) = certificate("localhost");
    let put_in = b"220 go\r\n250-put in\r\n250 AUTH PLAIN\r\n".to_vec();
    let server = Server::start(Manner {
        tls: Some(tls),
        rules: vec![rule(At::StartTls, "", ALWAYS, Do::Write(put_in))],
        ..Manner::default()
    });
    let mut connection = connect(server.port).unwrap();
    let trusts_all = TlsParameters::builder("localhost".to_owned())
        .dangerous_accept_invalid_certs(true)
        .build_rustls()
        .unwrap();
    let hello = ClientId::Domain("example.se".to_owned());
    let encrypted = connection.starttls(&trusts_all, &hello);
    assert!(encrypted.is_ok(), "{encrypted:?}");
    let offers = format!("{:?}", connection.server_info());
    assert!(offers.contains("\"put\""), "{offers}");
}

/// A server that gives a byte now and then is listened to for as long as it likes: the timeout is that of one reading.
#[test]
fn lettre_counts_the_time_of_each_byte_and_not_of_the_reply() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        for byte in b"220 post\r\n" {
            socket.write_all(&[*byte]).unwrap();
            std::thread::sleep(Duration::from_millis(500));
        }
        socket.write_all(b"250 ok\r\n").unwrap();
        std::thread::sleep(Duration::from_secs(2));
    });
    let began = Instant::now();
    let connected = connect(port);
    assert!(connected.is_ok(), "{:?}", connected.err());
    assert!(
        began.elapsed() > Duration::from_secs(4),
        "{:?}",
        began.elapsed()
    );
}

/// A line is read to its end, however long it is, before anybody looks at how long it was.
#[test]
fn lettre_reads_a_line_without_an_end_until_the_server_tires() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        // Thirty times what lettre allows in a line.
        for _ in 0..30 {
            socket.write_all(&[b'x'; 1000]).unwrap();
        }
        std::thread::sleep(Duration::from_secs(4));
    });
    let began = Instant::now();
    let fault = connect(port).err().unwrap();
    assert!(began.elapsed() >= Duration::from_secs(1), "{fault:?}");
    let told = format!("{fault:?}");
    assert!(
        told.contains("Network") && !told.contains("too long"),
        "it waits for the line's end: {told}"
    );
}

/// What a server says of the sizes it takes is not kept: a message that is too large is found out by sending it.
#[test]
fn lettre_does_not_know_how_large_a_message_may_be() {
    let server = Server::start(Manner {
        offers: vec!["SIZE 5000", "DSN"],
        ..Manner::default()
    });
    let connection = connect(server.port).unwrap();
    let known = format!("{:?}", connection.server_info());
    assert!(!known.contains("5000") && !known.contains("DSN"), "{known}");
}

/// A server that takes mail until a line of the message begins so, and then says nothing more, though it goes on listening.
fn falls_silent_after(last: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        socket.write_all(b"220 post\r\n").unwrap();
        let mut content = false;
        for line in BufReader::new(socket.try_clone().unwrap()).lines() {
            let line = line.unwrap_or_default();
            if content && line.starts_with(last) {
                socket.shutdown(Shutdown::Write).unwrap();
            } else if !content {
                content = line.starts_with("DATA");
                let reply: &[u8] = if content {
                    b"354 go on\r\n"
                } else {
                    b"250 ok\r\n"
                };
                socket.write_all(reply).unwrap();
            }
        }
    });
    port
}

/// A server that is gone in the middle of a message has taken nothing; one that is gone after its end may have taken it. lettre says
/// the end to both, and the same of both.
#[test]
fn lettre_does_not_tell_a_connection_lost_before_the_end_from_one_lost_after_it() {
    let told = |last| {
        let mut connection = connect(falls_silent_after(last)).unwrap();
        let (from, to) = (
            "a@example.se".parse().unwrap(),
            "b@example.se".parse().unwrap(),
        );
        connection.command(Mail::new(Some(from), vec![])).unwrap();
        connection.command(Rcpt::new(to, vec![])).unwrap();
        connection.command(Data).unwrap();
        let mut ended = false;
        let parts = ["Subject: x\r\n\r\nmiddle\r\n", "last\r\n"].into_iter();
        let parts = parts.inspect(|part| {
            // The server has time to be gone.
            ended = part.starts_with("last");
            std::thread::sleep(Duration::from_millis(if ended { 300 } else { 0 }));
        });
        let fault = connection.message_iter(parts).unwrap_err();
        (ended, format!("{fault:?}"))
    };
    let (before, after) = (told("middle"), told("."));
    assert_eq!(before, after);
    assert!(
        before.0,
        "the whole message was given to a server that was gone"
    );
}

/// A certificate that a server made for itself, and that says that it is an authority's, is not trusted although it is named.
#[test]
fn lettre_trusts_no_certificate_that_is_named_for_itself() {
    let (tls, pem) = authority_certificate("localhost");
    let server = Server::start(Manner {
        tls: Some(tls),
        ..Manner::default()
    });
    let named = TlsParameters::builder("localhost".to_owned())
        .add_root_certificate(Certificate::from_pem(pem.as_bytes()).unwrap())
        .build_rustls()
        .unwrap();
    let hello = ClientId::Domain("example.se".to_owned());
    let mut connection = connect(server.port).unwrap();
    // The certificate is looked at when something is first said over it.
    let fault = connection.starttls(&named, &hello).unwrap_err();
    let told = format!("{fault:?}");
    assert!(told.contains("CaUsedAsEndEntity"), "{told}");
}
