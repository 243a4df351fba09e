//! The line to the server: encrypted or not, and what is said over it.

use std::fs;

use super::super::server::{
    authority_certificate, certificate, old_authority_certificate, old_certificate,
};
use super::*;

#[test]
fn the_line_is_encrypted_or_nothing_is_said() {
    let (tls, pem) = certificate("localhost");
    let (other, other_pem) = certificate("other.example.se");
    let (old, old_pem) = old_certificate("localhost");
    let ((own, own_pem), (own_other, own_other_pem)) = (
        authority_certificate("localhost"),
        authority_certificate("other.example.se"),
    );
    let (own_old, own_old_pem) = old_authority_certificate("localhost");
    let manner = |tls: &_, implicit| Manner {
        tls: Some(std::sync::Arc::clone(tls)),
        implicit,
        ..Manner::default()
    };
    let injected = rule(
        At::StartTls,
        "",
        ALWAYS,
        Do::Write(b"220 go\r\n250 put in between\r\n".to_vec()),
    );
    let wanted = "security = \"starttls\"";
    for (manner, settings, pem, words) in [
        (manner(&tls, false), wanted, Some(&pem), None),
        (manner(&tls, true), "security = \"tls\"", Some(&pem), None),
        (manner(&own, false), wanted, Some(&own_pem), None),
        (
            manner(&own, false),
            wanted,
            Some(&pem),
            Some("nobody that this machine trusts"),
        ),
        (
            manner(&own_other, false),
            wanted,
            Some(&own_other_pem),
            Some("another server's"),
        ),
        (
            manner(&own_old, false),
            wanted,
            Some(&own_old_pem),
            Some("out of date"),
        ),
        (
            Manner::default(),
            "security = \"starttls-if-offered\"",
            None,
            None,
        ),
        (
            Manner::default(),
            wanted,
            Some(&pem),
            Some("offers no STARTTLS"),
        ),
        (
            manner(&tls, false),
            wanted,
            None,
            Some("nobody that this machine trusts has signed it"),
        ),
        (
            manner(&other, false),
            wanted,
            Some(&other_pem),
            Some("another server's"),
        ),
        (
            manner(&old, false),
            wanted,
            Some(&old_pem),
            Some("out of date"),
        ),
        (
            Manner {
                rules: vec![injected],
                ..manner(&tls, false)
            },
            wanted,
            Some(&pem),
            Some("before it was encrypted"),
        ),
        (
            Manner::default(),
            "security = \"tls\"",
            Some(&pem),
            Some("could not be encrypted"),
        ),
    ] {
        let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(manner));
        let ca = pem.map(|pem| {
            fs::write(agreement_folder.path("ca.pem"), pem)
                .map(|()| "\nca = \"ca.pem\"")
                .unwrap()
        });
        agreement_folder.settings(
            server.port,
            &format!("{settings}{}", ca.unwrap_or_default()),
        );
        agreement_folder.run("2023-10-05");
        let (code, output_text) = agreement_folder.send(&[]);
        match words {
            None => assert_eq!(
                (code, counts(&server)),
                (0, vec![1; 4]),
                "{settings}: {output_text}"
            ),
            Some(words) => {
                assert!(
                    code == 1 && output_text.contains(words),
                    "{words} in {output_text}"
                );
                let spoken = server
                    .heard()
                    .iter()
                    .any(|command| command.starts_with("MAIL"));
                assert!(!spoken && server.taken().is_empty(), "{:?}", server.heard());
            }
        }
    }
}

#[test]
fn a_login_goes_over_an_encrypted_line_and_its_secret_nowhere_else() {
    let (tls, pem) = certificate("localhost");
    let manner = |login, offer| Manner {
        tls: Some(tls.clone()),
        login: Some(login),
        offers: vec![offer],
        ..Manner::default()
    };
    // «\0lofte\0hemligt», «lofte hemligt», «user=lofte^Aauth=Bearer hemligt^A^A».
    let (plain, login, token) = (
        "AGxvZnRlAGhlbWxpZ3Q=",
        "bG9mdGU= aGVtbGlndA==",
        "dXNlcj1sb2Z0ZQFhdXRoPUJlYXJlciBoZW1saWd0AQE=",
    );
    let (password, bearer) = (
        "password = { environment = \"SECRET\" }",
        "token = { environment = \"SECRET\" }",
    );
    for (manner, proof, secret, words) in [
        (manner(plain, "AUTH PLAIN LOGIN"), password, "hemligt", None),
        (manner(login, "AUTH LOGIN"), password, "hemligt", None),
        (manner(token, "AUTH XOAUTH2"), bearer, "hemligt", None),
        (
            manner(login, "AUTH GSSAPI NTLM\r\n250-AUTH=LOGIN"),
            password,
            "hemligt",
            None,
        ),
        (
            Manner {
                asks_again: true,
                ..manner(plain, "AUTH PLAIN")
            },
            password,
            "hemligt",
            None,
        ),
        (
            Manner {
                repeats: true,
                ..manner(plain, "AUTH PLAIN")
            },
            password,
            "fel-hemlighet",
            Some("refuses the login"),
        ),
        (
            Manner {
                repeats: true,
                ..manner(login, "AUTH LOGIN")
            },
            password,
            "fel-hemlighet",
            Some("refuses the login"),
        ),
        (
            Manner {
                repeats: true,
                ..manner(token, "AUTH XOAUTH2")
            },
            bearer,
            "fel-hemlighet",
            Some("refuses the login"),
        ),
        (
            manner(plain, "AUTH PLAIN"),
            password,
            "fel-hemlighet",
            Some("Username and Password not accepted"),
        ),
        (
            manner(token, "AUTH XOAUTH2"),
            bearer,
            "fel-hemlighet",
            Some("refuses the login"),
        ),
        (
            manner(plain, "AUTH CRAM-MD5"),
            password,
            "hemligt",
            Some("offers no login of the kind PLAIN or LOGIN"),
        ),
    ] {
        let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(manner));
        fs::write(agreement_folder.path("ca.pem"), &pem).unwrap();
        agreement_folder.settings(
            server.port,
            &format!("security = \"starttls\"\nca = \"ca.pem\"\nuser = \"lofte\"\n{proof}"),
        );
        agreement_folder.run("2023-10-05");
        let sent = agreement_folder
            .command("send", &[])
            .env("SECRET", secret)
            .env("LOFTE_LOG", "trace")
            .output()
            .unwrap();
        let output_text = output_text(&sent);
        // «fel-hemlighet» alone, with its user, and as a bearer's.
        let wrong = [
            "ZmVsLWhlbWxpZ2hldA==",
            "AGxvZnRlAGZlbC1oZW1saWdoZXQ=",
            "ZmVsLWhlbWxpZ2hldAEB",
        ];
        assert!(
            [secret, plain, token]
                .iter()
                .chain(&wrong)
                .all(|secret| !output_text.contains(secret)),
            "{output_text}"
        );
        match words {
            None => assert_eq!(
                (sent.status.code(), counts(&server)),
                (Some(0), vec![1; 4]),
                "{output_text}"
            ),
            Some(words) => {
                assert!(
                    sent.status.code() == Some(1) && output_text.contains(words),
                    "{words} in {output_text}"
                );
                assert_eq!(counts(&server), [0; 4]);
            }
        }
    }

    // Somebody takes STARTTLS out: where it is only wished for, the password still stays at home.
    let (agreement_folder, server) = (
        AgreementFolder::new(""),
        Server::start(Manner {
            offers: vec!["AUTH PLAIN"],
            ..Manner::default()
        }),
    );
    agreement_folder.settings(
        server.port,
        &format!("security = \"starttls-if-offered\"\nuser = \"lofte\"\n{password}"),
    );
    agreement_folder.run("2023-10-05");
    let sent = agreement_folder
        .command("send", &[])
        .env("SECRET", "hemligt")
        .output()
        .unwrap();
    assert!(
        sent.status.code() == Some(1) && output_text(&sent).contains("no password is sent over it"),
        "{}",
        output_text(&sent)
    );
    assert!(
        server
            .heard()
            .iter()
            .all(|command| !command.starts_with("AUTH")),
        "{:?}",
        server.heard()
    );
}

#[test]
fn a_secret_is_hidden_at_every_step_and_before_anything_is_cut() {
    let (tls, pem) = certificate("localhost");
    let long = "eyJ0eXAiOiJKV1Qi".repeat(40);
    let kept = |agreement_folder: &AgreementFolder, said: &str| {
        let ledger =
            fs::read_to_string(agreement_folder.path("outputs/adalen/ledger.jsonl")).unwrap();
        let status = fs::read_to_string(agreement_folder.path("outputs/status.txt")).unwrap();
        format!("{said}{ledger}{status}")
    };
    for (at, what, secret) in [
        (
            At::Mail,
            Do::Say("553 5.7.1 lofte hemligt-losenord AGxvZnRlAGhlbWxpZ3QtbG9zZW5vcmQ="),
            "hemligt-losenord",
        ),
        (
            At::Recipient,
            Do::Say("550 5.7.1 hemligt-losenord"),
            "hemligt-losenord",
        ),
        (
            At::Content,
            Do::Say("554 5.7.1 aGVtbGlndC1sb3Nlbm9yZA=="),
            "hemligt-losenord",
        ),
    ] {
        let manner = Manner {
            tls: Some(tls.clone()),
            login: Some("AGxvZnRlAGhlbWxpZ3QtbG9zZW5vcmQ="),
            offers: vec!["AUTH PLAIN"],
            rules: vec![rule(at, "", ALWAYS, what)],
            ..Manner::default()
        };
        let said = sent_with(&pem, manner, "password", secret);
        let (agreement_folder, told) = &said;
        let kept = kept(agreement_folder, told);
        for part in ["hemligt", "aGVtbGln", "AGxvZnRl"] {
            assert!(!kept.contains(part), "{part} in {kept}");
        }
        assert!(kept.contains('…'), "{kept}");
    }
    let manner = Manner {
        tls: Some(tls.clone()),
        login: Some("another"),
        offers: vec!["AUTH XOAUTH2"],
        repeats: true,
        ..Manner::default()
    };
    let (_, told) = sent_with(&pem, manner, "token", &long);
    assert!(
        told.contains("refuses the login") && !told.contains("eyJ0eX"),
        "{told}"
    );
}

/// A folder whose settings have that secret, and what sending says.
fn sent_with(pem: &str, manner: Manner, proof: &str, secret: &str) -> (AgreementFolder, String) {
    let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(manner));
    fs::write(agreement_folder.path("ca.pem"), pem).unwrap();
    let login = format!("user = \"lofte\"\n{proof} = {{ environment = \"SECRET\" }}");
    let more = format!("security = \"starttls\"\nca = \"ca.pem\"\n{login}");
    agreement_folder.settings(server.port, &more);
    agreement_folder.run("2023-10-05");
    let mut send = agreement_folder.command("send", &[]);
    let sent = send
        .env("SECRET", secret)
        .env("LOFTE_LOG", "trace")
        .output();
    let told = output_text(&sent.unwrap());
    (agreement_folder, told)
}

/// A server that gives the handshake a byte now and then.
#[test]
fn a_handshake_that_drips_is_over_when_patience_is() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            std::thread::spawn(move || {
                let mut socket = socket?;
                std::io::Write::write_all(&mut socket, &[22, 3, 3, 64, 0])?;
                loop {
                    std::thread::sleep(std::time::Duration::from_millis(500));
                    std::io::Write::write_all(&mut socket, &[0])?;
                }
                #[allow(unreachable_code)]
                std::io::Result::Ok(())
            });
        }
    });
    let agreement_folder = AgreementFolder::new("");
    agreement_folder.settings(port, "security = \"tls\"\npauses = []");
    agreement_folder.run("2023-10-05");
    let began = std::time::Instant::now();
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 4 && words.contains("within 2 seconds while starting encryption"),
        "{words}"
    );
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
