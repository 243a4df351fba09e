//! Mail that arrives, once, at the right people: against a server that does everything a server can do wrong.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

use super::desk::{self, Desk, ROWS, told};
use super::server::{At, Do, Manner, Rule, Server};
use super::server::{
    authority_certificate, certificate, old_authority_certificate, old_certificate,
};

/// Everybody who gets something at once: three editions, and the letter to the partner that keeps a workbook.
const EVERYBODY: [&str; 4] = ["chef", "rad", "ordforande", "polisen"];
const ALWAYS: usize = usize::MAX;

fn rule(at: At, to: &'static str, times: usize, what: Do) -> Rule {
    Rule {
        at,
        to,
        times,
        what,
    }
}

fn ready(delivery: &str, manner: Manner) -> (Desk, Server) {
    let (desk, server) = (Desk::new(delivery), Server::start(manner));
    desk.settings(server.port, "");
    desk.run("2023-10-05");
    (desk, server)
}

fn counts(server: &Server) -> Vec<usize> {
    EVERYBODY.iter().map(|to| server.count(to)).collect()
}

#[test]
fn everybody_gets_it_once_and_a_daily_run_is_no_daily_mail() {
    let (desk, server) = ready("", Manner::default());
    assert_eq!(server.taken(), [], "making sends nothing");
    assert_eq!(desk.send(&[]).0, 0);
    assert_eq!(counts(&server), [1; 4]);
    for _ in 0..2 {
        let again = desk.lofte(
            "run",
            &["--period", "2023-09", "--as-of", "2023-10-06", "--send"],
        );
        assert_eq!(again.status.code(), Some(0), "{}", told(&again));
    }
    assert_eq!(counts(&server), [1; 4]);
    assert_eq!(
        desk.events("chef"),
        ["planned", "posting", "handing-over", "sent"]
    );
    let list = desk.send(&["--list"]).1;
    assert!(
        list.contains("chef@example.se") && list.contains("250 2.0.0 taken"),
        "{list}"
    );

    // What is posted is what lies in the outbox, but for sender, date and id.
    let chief = server
        .taken()
        .into_iter()
        .find(|taken| taken.to == "chef@example.se")
        .unwrap();
    let stored =
        fs::read_to_string(desk.path("outputs/adalen/2023-09/v1/outbox/01-chief.eml")).unwrap();
    let body = |text: &str| text.split_once("\r\n\r\n").unwrap().1.to_owned();
    assert_eq!(body(&chief.text), body(&stored));
    assert!(
        stored.contains("Date: Thu, 05 Oct 2023 07:00:00 +0000") && stored.contains("X-Unsent: 1")
    );
    assert!(
        chief.header("From").contains("lofte@example.se") && chief.header("X-Unsent").is_empty()
    );
    assert!(
        !chief.header("Date").contains("2023"),
        "posted now: {}",
        chief.header("Date")
    );
    let sent = desk
        .ledger()
        .into_iter()
        .find(|line| line["event"] == "sent" && line["to"] == "chef@example.se")
        .unwrap();
    assert_eq!(sent["message_id"], chief.header("Message-ID"));
    assert!(sent["date"].as_str().is_some());
}

#[test]
fn only_news_is_mailed_anew() {
    let (desk, server) = ready("", Manner::default());
    desk.send(&[]);
    // A remark more: another version, and no news to anybody.
    desk.rows(&ROWS.replace("2023-09-09;1", "2023-09-10;1"));
    desk.run("2023-10-06");
    assert!(desk.path("outputs/adalen/2023-09/v2").exists());
    desk.send(&[]);
    assert_eq!(counts(&server), [1; 4], "the same figures");
    desk.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2"));
    desk.run("2023-10-07");
    desk.send(&[]);
    assert_eq!(
        counts(&server),
        [2, 2, 2, 1],
        "a figure changed; the partner has nothing new to know"
    );
    desk.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2\n2023-09-12;abc"));
    desk.run("2023-10-08");
    desk.send(&[]);
    assert_eq!(server.count("polisen"), 2, "something to mend");
    let ids: BTreeSet<String> = server
        .taken()
        .iter()
        .map(|taken| taken.header("Message-ID"))
        .collect();
    assert_eq!(ids.len(), server.taken().len(), "each its own id");
}

#[test]
fn two_that_send_at_once_wait_for_each_other() {
    let slow = rule(At::Greeting, "", 1, Do::Stall);
    let (desk, server) = ready(
        "",
        Manner {
            rules: vec![slow],
            ..Manner::default()
        },
    );
    let both = std::thread::scope(|scope| {
        [(); 2]
            .map(|()| scope.spawn(|| desk.send(&[])))
            .map(|one| one.join().unwrap())
    });
    assert!(both.iter().all(|(code, _)| *code == 0), "{both:?}");
    assert_eq!(
        both.iter()
            .filter(|(_, words)| words.contains("another run") && words.contains("waiting"))
            .count(),
        1
    );
    assert_eq!(counts(&server), [1; 4]);
}

#[test]
fn to_send_again_must_be_asked_for_and_numbers_the_id() {
    let (desk, server) = ready("", Manner::default());
    desk.send(&[]);
    desk.send(&["--resend"]);
    assert_eq!(counts(&server), [2; 4]);
    let of = |to: &str| -> Vec<String> {
        server
            .taken()
            .iter()
            .filter(|taken| taken.to.starts_with(to))
            .map(|taken| taken.header("Message-ID"))
            .collect()
    };
    let ids = of("chef");
    assert_eq!(ids[1], ids[0].replace("@", ".2@"));
    desk.send(&[]);
    assert_eq!(counts(&server), [2; 4]);
    // What was to be sent again, and was stopped before it was, is taken up.
    desk.settings(1, "");
    desk.send(&["--resend"]);
    desk.settings(server.port, "");
    desk.send(&[]);
    desk.send(&[]);
    assert_eq!(counts(&server), [3; 4]);
    assert!(of("chef")[2].contains(".3@"), "{:?}", of("chef"));
}

#[test]
fn one_refused_recipient_holds_up_nobody_and_only_that_one_is_tried_again() {
    let refused = rule(At::Recipient, "rad", 1, Do::Say("550 5.1.1 no such user"));
    let (desk, server) = ready(
        "",
        Manner {
            rules: vec![refused],
            ..Manner::default()
        },
    );
    let (code, words) = desk.send(&[]);
    assert_eq!((code, counts(&server)), (3, vec![1, 0, 1, 1]), "{words}");
    assert!(
        words.contains("no such user") && words.contains("address in the agreement"),
        "{words}"
    );
    assert_eq!(desk.events("rad"), ["planned", "posting", "refused"]);
    assert_eq!(desk.send(&[]).0, 0);
    assert_eq!(counts(&server), [1; 4]);
}

#[test]
fn a_refusal_is_told_in_the_next_report() {
    let refused = rule(
        At::Recipient,
        "rad",
        ALWAYS,
        Do::Say("550 5.1.1 no such user"),
    );
    let (desk, _server) = ready(
        "",
        Manner {
            rules: vec![refused],
            ..Manner::default()
        },
    );
    desk.send(&[]);
    let made = desk.lofte("check", &["--period", "2023-10", "--as-of", "2023-11-05"]);
    assert!(
        told(&made).contains("undelivered-message") && told(&made).contains("no such user"),
        "{}",
        told(&made)
    );
}

/// Each row of the table in docs/mail.md: what the server does once, and that everybody still gets it exactly once in the
/// same run.
#[test]
fn what_goes_wrong_once_is_mended_within_the_run() {
    let steps = [
        At::Greeting,
        At::Hello,
        At::Mail,
        At::Recipient,
        At::Data,
        At::Content,
    ];
    let mut rules = Vec::new();
    for at in steps {
        for what in [
            Do::Say("451 4.7.1 Greylisted, try later"),
            Do::Say("421 4.3.2 closing down"),
        ] {
            rules.push(rule(at, "", 1, what));
        }
    }
    for at in [At::Greeting, At::Hello, At::Mail, At::Recipient, At::Data] {
        rules.extend([rule(at, "", 1, Do::HangUp), rule(at, "", 1, Do::Stall)]);
    }
    for what in [
        Do::HangUpInContent,
        Do::SayInContent("421 4.3.2 closing down"),
        Do::SayInContent("452 4.3.1 full"),
    ] {
        rules.push(rule(At::Content, "", 1, what));
    }
    // Longer than the patience with any other answer.
    rules.push(rule(At::Content, "", 1, Do::Late(4)));
    std::thread::scope(|scope| {
        for rule in rules {
            scope.spawn(move || {
                let (desk, server) = ready(
                    "",
                    Manner {
                        rules: vec![rule.clone()],
                        ..Manner::default()
                    },
                );
                let (code, words) = desk.send(&[]);
                assert_eq!(
                    (code, counts(&server)),
                    (0, vec![1; 4]),
                    "{rule:?}: {words}"
                );
                assert!(!words.contains("twice"), "{rule:?}: {words}");
            });
        }
    });
}

#[test]
fn what_is_put_off_is_taken_up_by_the_next_run() {
    let busy = rule(At::Recipient, "chef", 3, Do::Say("450 4.2.0 mailbox busy"));
    let (desk, server) = ready(
        "",
        Manner {
            rules: vec![busy],
            ..Manner::default()
        },
    );
    let (code, words) = desk.send(&[]);
    assert_eq!((code, counts(&server)), (1, vec![0, 1, 1, 1]), "{words}");
    assert!(words.contains("mailbox busy"), "{words}");
    assert_eq!(desk.send(&[]).0, 0);
    assert_eq!(counts(&server), [1; 4]);
}

#[test]
fn what_goes_wrong_for_good_is_told_and_delivers_nothing() {
    let endless = [b"250-".as_slice(), &[b'x'; 60_000]].concat();
    for (at, what, words) in [
        (At::Greeting, Do::Say("554 5.7.1 go away"), "go away"),
        (
            At::Greeting,
            Do::Write(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()),
            "does not speak as a mail server",
        ),
        (
            At::Greeting,
            Do::Write(vec![0, 159, 146, 150, 10]),
            "does not speak as a mail server",
        ),
        (At::Hello, Do::Write(endless), "its answer has no end"),
        (
            At::Hello,
            Do::Write(b"250-one\r\n550 two\r\n".to_vec()),
            "two codes",
        ),
        (
            At::Mail,
            Do::Say("553 5.7.1 sender not owned by user"),
            "from in [mail]",
        ),
    ] {
        let (desk, server) = ready(
            "",
            Manner {
                rules: vec![rule(at, "", ALWAYS, what)],
                ..Manner::default()
            },
        );
        let (code, told) = desk.send(&[]);
        assert_ne!(code, 0, "{told}");
        assert!(told.contains(words), "{words} in {told}");
        assert_eq!(counts(&server), [0; 4]);
    }
}

#[test]
fn what_a_server_refuses_in_the_middle_is_refused() {
    let refused = rule(
        At::Content,
        "rad",
        1,
        Do::SayInContent("552 5.3.4 too large"),
    );
    let (desk, server) = ready(
        "",
        Manner {
            rules: vec![refused],
            ..Manner::default()
        },
    );
    let (code, words) = desk.send(&[]);
    assert_eq!((code, counts(&server)), (3, vec![1, 0, 1, 1]), "{words}");
    assert!(
        words.contains("552 5.3.4 too large") && !words.contains("twice"),
        "{words}"
    );
}

#[test]
fn what_could_not_be_posted_is_taken_up_when_another_month_has_come() {
    let (desk, server) = (Desk::new(""), Server::start(Manner::default()));
    desk.settings(1, "");
    let run = |as_of: &str| desk.lofte("run", &["--as-of", as_of, "--send"]);
    let told_then = told(&run("2023-10-31"));
    assert!(told_then.contains("cannot be reached"), "{told_then}");
    assert!(desk.send(&["--list"]).1.contains("to be sent"));
    desk.settings(server.port, "");
    let made = run("2023-11-01");
    assert_eq!(made.status.code(), Some(0), "{}", told(&made));
    assert_eq!(counts(&server), [2; 4], "September's, and October's");
    run("2023-11-02");
    assert_eq!(counts(&server), [2; 4]);
}

#[test]
fn a_list_of_the_outbox_that_was_changed_sends_nothing() {
    let (desk, server) = ready("", Manner::default());
    let list = desk.path("outputs/adalen/2023-09/v1/outbox/outbox.json");
    let whole = fs::read_to_string(&list).unwrap();
    for address in [
        "annan@example.se",
        "chef@example.se>\\r\\nRCPT TO:<annan@example.se",
    ] {
        fs::write(&list, whole.replace("chef@example.se", address)).unwrap();
        let (code, words) = desk.send(&[]);
        assert!(
            code == 1 && words.contains("not as it was written"),
            "{words}"
        );
    }
    assert_eq!(server.taken(), []);
    // Nor does a letter that was, and the others wait for it.
    fs::write(&list, &whole).unwrap();
    let last = desk.path("outputs/adalen/2023-09/v1/outbox/partner-polisen.eml");
    fs::write(&last, "Subject: x\r\n\r\n").unwrap();
    assert_eq!((desk.send(&[]).0, server.taken().len()), (1, 0));
    for address in [
        "jag",
        "jag@example.se>\r\nRCPT TO:<annan@example.se",
        "a@example.se, b@example.se",
    ] {
        for option in ["--redirect", "--test"] {
            let (code, words) = desk.send(&[option, address]);
            assert!(code == 2 && words.contains("no mail address"), "{words}");
        }
    }
    assert_eq!(server.heard(), [""; 0]);
}

#[test]
fn a_lost_last_answer_goes_again_under_the_same_id_and_is_told() {
    let lost = rule(At::Content, "chef", 1, Do::TakeAndHangUp);
    let (desk, server) = ready(
        "",
        Manner {
            rules: vec![lost],
            ..Manner::default()
        },
    );
    let (code, words) = desk.send(&[]);
    assert_eq!(code, 0, "{words}");
    assert!(words.contains("May have arrived twice: chef"), "{words}");
    assert_eq!(counts(&server), [2, 1, 1, 1]);
    let ids: BTreeSet<String> = server
        .taken()
        .iter()
        .filter(|taken| taken.to.starts_with("chef"))
        .map(|taken| taken.header("Message-ID"))
        .collect();
    assert_eq!(ids.len(), 1);
    assert!(desk.send(&["--list"]).1.contains("may have arrived twice"));
    let next = told(&desk.lofte("check", &["--period", "2023-10", "--as-of", "2023-11-05"]));
    assert!(next.contains("uncertain-delivery"), "{next}");
}

#[test]
fn a_server_that_never_answers_is_not_given_it_again_and_again() {
    let lost = rule(At::Content, "chef", ALWAYS, Do::TakeAndHangUp);
    let (desk, server) = ready(
        "",
        Manner {
            rules: vec![lost],
            ..Manner::default()
        },
    );
    desk.settings(server.port, "pauses = [0, 0, 0, 0]");
    let (code, words) = desk.send(&[]);
    assert_eq!((code, counts(&server)), (1, vec![2, 1, 1, 1]), "{words}");
}

/// Stopped at every step of the dialogue, and a little after: everybody gets it exactly once, but for the one whose message
/// the server had taken when lofte was stopped. Over 200 kills.
#[test]
fn a_kill_at_any_point_loses_nothing_and_doubles_nothing() {
    let (desk, server) = ready("", Manner::default());
    let (fresh, outputs) = (desk.path("fresh"), desk.path("outputs"));
    desk::copy(&outputs, &fresh);
    let (mut kills, mut twice) = (0, 0);
    for pause in [0, 300, 1_000, 3_000, 8_000, 20_000] {
        for event in 0.. {
            fs::remove_dir_all(&outputs).unwrap();
            desk::copy(&fresh, &outputs);
            let before = server.taken().len();
            server.stop_at(event);
            let mut child = desk
                .command("send", &[])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let came = loop {
                if server
                    .reached
                    .lock()
                    .unwrap()
                    .recv_timeout(Duration::from_millis(5))
                    .is_ok()
                {
                    break true;
                }
                if child.try_wait().unwrap().is_some() {
                    break false;
                }
            };
            if !came {
                break;
            }
            if pause > 0 {
                // The step is over, and lofte goes on to the next or writes its ledger.
                server.go_on();
                std::thread::sleep(Duration::from_micros(pause));
            }
            child.kill().unwrap();
            child.wait().unwrap();
            if pause == 0 {
                server.go_on();
            }
            server.settle();
            let taken_then: Vec<String> = server.taken()[before..]
                .iter()
                .map(|taken| taken.to.clone())
                .collect();
            kills += 1;
            let entered: usize = EVERYBODY
                .iter()
                .filter(|to| desk.events(to).contains(&"sent".to_owned()))
                .count();
            let (code, words) = desk.send(&[]);
            assert_eq!(code, 0, "{words}");
            let taken = &server.taken()[before..];
            for to in EVERYBODY {
                let its: Vec<_> = taken
                    .iter()
                    .filter(|taken| taken.to.starts_with(to))
                    .collect();
                let ids: BTreeSet<String> =
                    its.iter().map(|taken| taken.header("Message-ID")).collect();
                assert_eq!(ids.len(), 1, "{to} at {event} after {pause}");
                if its.len() > 1 {
                    twice += 1;
                    // Only the last that the server had taken, and lofte had not yet entered.
                    assert_eq!(
                        (its.len(), taken_then.last()),
                        (2, Some(&its[0].to)),
                        "{to} at {event} after {pause}"
                    );
                    assert!(
                        entered < taken_then.len(),
                        "{to} was entered, and goes again"
                    );
                    assert!(desk.send(&["--list"]).1.contains("may have arrived twice"));
                }
            }
            assert_eq!(desk.send(&[]).0, 0);
            assert_eq!(
                server.taken().len() - before,
                taken.len(),
                "nothing goes a third time"
            );
        }
    }
    println!("{kills} kills, {twice} messages twice");
    assert!(kills >= 200, "{kills} kills");
}

#[test]
fn a_message_larger_than_the_server_takes_is_not_begun() {
    let (desk, server) = ready(
        "",
        Manner {
            offers: vec!["SIZE 5000"],
            ..Manner::default()
        },
    );
    let (code, words) = desk.send(&[]);
    assert!(code == 3 && words.contains("attach fewer files"), "{words}");
    assert!(
        server
            .heard()
            .iter()
            .all(|command| !command.starts_with("DATA"))
            || server.count("polisen") == 1
    );
}

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
        let (desk, server) = (Desk::new(""), Server::start(manner));
        let ca = pem.map(|pem| {
            fs::write(desk.path("ca.pem"), pem)
                .map(|()| "\nca = \"ca.pem\"")
                .unwrap()
        });
        desk.settings(
            server.port,
            &format!("{settings}{}", ca.unwrap_or_default()),
        );
        desk.run("2023-10-05");
        let (code, told) = desk.send(&[]);
        match words {
            None => assert_eq!(
                (code, counts(&server)),
                (0, vec![1; 4]),
                "{settings}: {told}"
            ),
            Some(words) => {
                assert!(code == 1 && told.contains(words), "{words} in {told}");
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
        let (desk, server) = (Desk::new(""), Server::start(manner));
        fs::write(desk.path("ca.pem"), &pem).unwrap();
        desk.settings(
            server.port,
            &format!("security = \"starttls\"\nca = \"ca.pem\"\nuser = \"lofte\"\n{proof}"),
        );
        desk.run("2023-10-05");
        let sent = desk
            .command("send", &[])
            .env("SECRET", secret)
            .env("LOFTE_LOG", "trace")
            .output()
            .unwrap();
        let told = told(&sent);
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
                .all(|secret| !told.contains(secret)),
            "{told}"
        );
        match words {
            None => assert_eq!(
                (sent.status.code(), counts(&server)),
                (Some(0), vec![1; 4]),
                "{told}"
            ),
            Some(words) => {
                assert!(
                    sent.status.code() == Some(1) && told.contains(words),
                    "{words} in {told}"
                );
                assert_eq!(counts(&server), [0; 4]);
            }
        }
    }

    // Somebody takes STARTTLS out: where it is only wished for, the password still stays at home.
    let (desk, server) = (
        Desk::new(""),
        Server::start(Manner {
            offers: vec!["AUTH PLAIN"],
            ..Manner::default()
        }),
    );
    desk.settings(
        server.port,
        &format!("security = \"starttls-if-offered\"\nuser = \"lofte\"\n{password}"),
    );
    desk.run("2023-10-05");
    let sent = desk
        .command("send", &[])
        .env("SECRET", "hemligt")
        .output()
        .unwrap();
    assert!(
        sent.status.code() == Some(1) && told(&sent).contains("no password is sent over it"),
        "{}",
        told(&sent)
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
fn a_route_is_tried_and_redirected_without_anybody_being_written_to() {
    let (desk, server) = ready("", Manner::default());
    let (code, words) = desk.send(&["--test", "jag@example.se"]);
    assert!(
        code == 0 && words.contains("has taken the message to jag@example.se"),
        "{words}"
    );
    let (code, words) = desk.send(&["--redirect", "jag@example.se"]);
    assert_eq!(
        (code, server.count("jag"), counts(&server)),
        (0, 5, vec![0; 4]),
        "{words}"
    );
    for taken in &server.taken()[1..] {
        assert!(
            taken.header("Subject").starts_with("[lofte: for "),
            "{}",
            taken.header("Subject")
        );
        let head = taken.text.split("\r\n\r\n").next().unwrap();
        assert!(
            EVERYBODY
                .iter()
                .all(|name| !head.contains(&format!("{name}@example.se"))),
            "{head}"
        );
    }
    desk.send(&[]);
    assert_eq!(
        counts(&server),
        [1; 4],
        "a redirected message is sent to nobody"
    );
}

#[test]
fn a_folder_can_be_the_way_out() {
    let desk = Desk::new("");
    fs::write(
        desk.path("lofte.toml"),
        "[mail]\nfrom = \"lofte@example.se\"\nfolder = \"post\"\n",
    )
    .unwrap();
    desk.run("2023-10-05");
    for _ in 0..2 {
        assert_eq!(desk.send(&[]).0, 0);
    }
    let files: Vec<_> = fs::read_dir(desk.path("post"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert_eq!(files.len(), 4);
    assert!(
        fs::read_to_string(&files[0])
            .unwrap()
            .contains("<lofte@example.se>")
    );
}

#[test]
fn without_a_way_out_sending_is_told_before_anything_is_made() {
    let desk = Desk::new("");
    fs::write(desk.path("lofte.toml"), "").unwrap();
    let made = desk.lofte(
        "run",
        &["--period", "2023-09", "--as-of", "2023-10-05", "--send"],
    );
    assert!(
        made.status.code() == Some(2) && told(&made).contains("[mail]"),
        "{}",
        told(&made)
    );
    assert!(!desk.path("outputs").exists());
}
