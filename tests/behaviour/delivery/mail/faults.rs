//! What a server does wrong, once or for good.

use std::collections::BTreeSet;
use std::fs;

use super::*;
use crate::setup::program::output_text;

#[test]
fn one_refused_recipient_holds_up_nobody_and_only_that_one_is_tried_again() {
    let refused = rule(At::Recipient, "rad", 1, Do::Say("550 5.1.1 no such user"));
    let (agreement_folder, server) = ready_against(vec![refused]);
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!((code, counts(&server)), (4, vec![1, 0, 1, 1]), "{words}");
    assert!(
        words.contains("no such user") && words.contains("address in the agreement"),
        "{words}"
    );
    assert_eq!(
        agreement_folder.events("rad"),
        ["planned", "posting", "refused"]
    );
    assert_eq!(agreement_folder.send(&[]).0, 0);
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
    let (agreement_folder, _server) = ready_against(vec![refused]);
    agreement_folder.send(&[]);
    let made = agreement_folder.lofte("check", &["--period", "2023-10", "--as-of", "2023-11-05"]);
    assert!(
        output_text(&made).contains("undelivered-message")
            && output_text(&made).contains("no such user"),
        "{}",
        output_text(&made)
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
                let (agreement_folder, server) = ready_against(vec![rule.clone()]);
                let (code, words) = agreement_folder.send(&[]);
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
    let (agreement_folder, server) = ready_against(vec![busy]);
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!((code, counts(&server)), (4, vec![0, 1, 1, 1]), "{words}");
    assert!(words.contains("mailbox busy"), "{words}");
    assert_eq!(agreement_folder.send(&[]).0, 0);
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
            "is not SMTP",
        ),
        (
            At::Greeting,
            Do::Write(vec![0, 159, 146, 150, 10]),
            "is not SMTP",
        ),
        (At::Hello, Do::Write(endless), "a reply without an end"),
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
        let (agreement_folder, server) = ready_against(vec![rule(at, "", ALWAYS, what)]);
        let (code, output_text) = agreement_folder.send(&[]);
        assert_ne!(code, 0, "{output_text}");
        assert!(output_text.contains(words), "{words} in {output_text}");
        assert_eq!(counts(&server), [0; 4]);
    }
}

#[test]
fn what_a_server_refuses_in_the_middle_is_refused() {
    let refused = rule(
        At::Content,
        "rad",
        1,
        Do::SayInContent("554 5.6.0 not this"),
    );
    let (agreement_folder, server) = ready_against(vec![refused]);
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!((code, counts(&server)), (4, vec![1, 0, 1, 1]), "{words}");
    assert!(
        words.contains("554 5.6.0 not this") && !words.contains("twice"),
        "{words}"
    );
}

#[test]
fn a_lost_last_answer_goes_again_under_the_same_id_and_is_told() {
    let lost = rule(At::Content, "chef", 1, Do::TakeAndHangUp);
    let (agreement_folder, server) = ready_against(vec![lost]);
    let (code, words) = agreement_folder.send(&[]);
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
    assert!(
        agreement_folder
            .send(&["--list"])
            .1
            .contains("may have arrived twice")
    );
    let next = output_text(
        &agreement_folder.lofte("check", &["--period", "2023-10", "--as-of", "2023-11-05"]),
    );
    assert!(next.contains("uncertain-delivery"), "{next}");
}

#[test]
fn a_server_that_never_answers_is_not_given_it_again_and_again() {
    let lost = rule(At::Content, "chef", ALWAYS, Do::TakeAndHangUp);
    let (agreement_folder, server) = ready_against(vec![lost]);
    agreement_folder.settings(server.port, "pauses = [0, 0, 0, 0]");
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!((code, counts(&server)), (4, vec![2, 1, 1, 1]), "{words}");
    // Nor by the next run, and the one after: the pauses grow.
    for _ in 0..2 {
        let (code, words) = agreement_folder.send(&[]);
        assert_eq!((code, counts(&server)), (4, vec![2, 1, 1, 1]), "{words}");
        assert!(words.contains("may have arrived 2 times"), "{words}");
    }
}

#[test]
fn a_message_larger_than_the_server_takes_is_not_begun() {
    let (agreement_folder, server) = ready(
        "",
        Manner {
            offers: vec!["SIZE 5000"],
            ..Manner::default()
        },
    );
    let (code, words) = agreement_folder.send(&[]);
    assert!(code == 4 && words.contains("attach fewer files"), "{words}");
    assert!(
        server
            .heard()
            .iter()
            .all(|command| !command.starts_with("DATA"))
            || server.count("polisen") == 1
    );
}

#[test]
fn whatever_is_refused_is_told_until_it_arrives() {
    let delivery = "[delivery]\nrelease = \"after-approval\"\napprover = \"chair\"";
    let refused = rule(At::Recipient, "", 4, Do::Say("550 5.1.1 no such user"));
    let manner = Manner {
        rules: vec![refused],
        ..Manner::default()
    };
    let (agreement_folder, server) = ready(delivery, manner);
    for _ in 0..2 {
        let (code, words) = agreement_folder.send(&[]);
        assert_eq!((code, server.taken().len()), (4, 0), "{words}");
    }
    let status = fs::read_to_string(agreement_folder.path("outputs/status.txt")).unwrap();
    assert!(
        status.contains("(exit code 4)") && status.contains("adalen: Refused: ordforande"),
        "{status}"
    );
    let next = || {
        let check = ["--period", "2023-11", "--as-of", "2023-12-05"];
        output_text(&agreement_folder.lofte("check", &check))
    };
    assert_eq!(
        next().matches("undelivered-letter").count(),
        2,
        "{}",
        next()
    );
    assert_eq!(agreement_folder.send(&[]).0, 0);
    assert_eq!(
        server.taken().len(),
        2,
        "the draft, and the partner's letter"
    );
    assert!(!next().contains("undelivered"), "{}", next());
    let status = fs::read_to_string(agreement_folder.path("outputs/status.txt")).unwrap();
    assert!(status.contains("(exit code 0)"), "{status}");
}

#[test]
fn a_mended_address_that_has_got_its_mail_is_not_told() {
    let refused = rule(At::Recipient, "rad", ALWAYS, Do::Say("550 5.1.1 unknown"));
    let manner = Manner {
        rules: vec![refused],
        ..Manner::default()
    };
    let (agreement_folder, server) = ready("", manner);
    assert_eq!(agreement_folder.send(&[]).0, 4);
    let agreement = agreement_folder.path("adalen/agreement.toml");
    let text = fs::read_to_string(&agreement).unwrap();
    fs::write(&agreement, text.replace("\"rad@", "\"namnd@")).unwrap();
    agreement_folder.run("2023-10-06");
    let next = || {
        let check = ["--period", "2023-10", "--as-of", "2023-11-05"];
        output_text(&agreement_folder.lofte("check", &check))
    };
    assert!(next().contains("undelivered-message"), "{}", next());
    assert_eq!(agreement_folder.send(&[]).0, 0);
    assert_eq!(server.count("namnd"), 1);
    assert_eq!(counts(&server), [1, 0, 1, 1], "nobody gets it twice");
    assert!(!next().contains("undelivered-message"), "{}", next());
}
