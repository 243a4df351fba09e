//! What whoever runs a mail server asks for.

use std::fs;

use super::*;

#[test]
fn a_server_that_tells_of_what_does_not_arrive_is_asked_to() {
    let manner = Manner {
        offers: vec!["DSN", "SIZE 50000000"],
        ..Manner::default()
    };
    let (agreement_folder, server) = ready("", manner);
    agreement_folder.settings(server.port, "bounces_to = \"studs@example.se\"");
    assert_eq!(agreement_folder.send(&[]).0, 0);
    let heard = server.heard();
    let said = |verb: &str| {
        heard
            .iter()
            .find(|one| one.starts_with(verb))
            .unwrap()
            .clone()
    };
    let chief = server
        .taken()
        .into_iter()
        .find(|taken| taken.to.starts_with("chef"))
        .unwrap();
    let id = chief.header("Message-ID");
    let id = id.trim_matches('<').split('@').next().unwrap();
    let from = said("MAIL FROM:");
    assert!(
        from.starts_with("MAIL FROM:<studs@example.se> SIZE="),
        "{from}"
    );
    assert!(from.ends_with(&format!("RET=HDRS ENVID={id}")), "{from}");
    assert_eq!(
        said("RCPT TO:"),
        "RCPT TO:<chef@example.se> NOTIFY=FAILURE,DELAY"
    );
    assert!(chief.header("From").contains("<lofte@example.se>"));
}

#[test]
fn what_came_back_is_set_against_its_message_told_and_not_sent_again_unasked() {
    let (agreement_folder, server) = ready("", Manner::default());
    fs::create_dir(agreement_folder.path("bounces")).unwrap();
    agreement_folder.settings(server.port, "bounces = \"bounces\"");
    assert_eq!(agreement_folder.send(&[]).0, 0);
    let council = server
        .taken()
        .into_iter()
        .find(|taken| taken.to.starts_with("rad"))
        .unwrap();
    let report = failure_report(&council);
    fs::write(agreement_folder.path("bounces/1.eml"), &report).unwrap();
    let mailbox = format!(
        "From MAILER-DAEMON Thu Oct  5 07:00:00 2023\n{}\n",
        report.replace("\r\n", "\n")
    );
    fs::write(agreement_folder.path("mailbox"), mailbox).unwrap();
    for place in ["bounces", "mailbox", "bounces"] {
        agreement_folder.settings(server.port, &format!("bounces = \"{place}\""));
        let (code, words) = agreement_folder.send(&[]);
        assert_eq!((code, counts(&server)), (4, vec![1; 4]), "{words}");
        assert!(
            words.contains("came back: 5.1.1 smtp; 550 5.1.1 unknown"),
            "{words}"
        );
    }
    assert_eq!(agreement_folder.events("rad").last().unwrap(), "bounced");
    assert_eq!(
        agreement_folder
            .events("rad")
            .iter()
            .filter(|event| *event == "bounced")
            .count(),
        1
    );
    let next = agreement_folder.lofte("check", &["--period", "2023-10", "--as-of", "2023-11-05"]);
    assert!(
        output_text(&next).contains("undelivered-message"),
        "{}",
        output_text(&next)
    );
    // A place that is not there holds up no mail.
    agreement_folder.settings(server.port, "bounces = \"nowhere\"");
    let (_, words) = agreement_folder.send(&["--resend"]);
    assert_eq!(counts(&server), [2; 4], "{words}");
    assert_eq!(agreement_folder.send(&[]).0, 0);
}

#[test]
fn what_is_too_large_goes_again_without_its_files_and_says_so() {
    let large = rule(At::Content, "chef", 1, Do::Say("552 5.3.4 message too big"));
    let manner = Manner {
        rules: vec![large],
        ..Manner::default()
    };
    let (agreement_folder, server) = ready("", manner);
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!((code, counts(&server)), (0, vec![1; 4]), "{words}");
    assert!(
        words.contains("Taken without all of its files: chef"),
        "{words}"
    );
    let taken = server.taken();
    for (to, files) in [("chef", 0), ("rad", 1)] {
        let its = taken.iter().find(|taken| taken.to.starts_with(to)).unwrap();
        let parsed = mail_parser::MessageParser::new()
            .parse(its.text.as_bytes())
            .unwrap();
        assert_eq!(parsed.attachment_count(), files);
        let said = parsed.body_text(0).unwrap();
        assert_eq!(
            said.contains("Den här bilagan är inte med: Uppföljning Ådalens 2023-09.xlsx"),
            files == 0,
            "{said}"
        );
    }
    assert!(
        agreement_folder
            .send(&["--list"])
            .1
            .contains("taken without")
    );
}

#[test]
fn a_domain_with_other_letters_is_encoded() {
    let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(Manner::default()));
    agreement_folder.settings(server.port, "");
    let agreement = agreement_folder.path("adalen/agreement.toml");
    let text = fs::read_to_string(&agreement).unwrap();
    fs::write(
        &agreement,
        text.replace("chef@example.se", "chef@åre.example.se"),
    )
    .unwrap();
    agreement_folder.run("2023-10-05");
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!(code, 0, "{words}");
    let taken = server.taken();
    let chief = taken
        .iter()
        .find(|taken| taken.to.starts_with("chef"))
        .unwrap();
    assert_eq!(chief.to, "chef@xn--re-xia.example.se");
    assert!(
        chief.header("To").contains("chef@xn--re-xia.example.se"),
        "{}",
        chief.header("To")
    );
    assert_eq!(agreement_folder.events("chef@åre").last().unwrap(), "sent");
    agreement_folder.send(&[]);
    assert_eq!(server.taken().len(), taken.len());
}

#[test]
fn a_message_that_tries_the_route_is_dated_now_and_no_draft() {
    let (agreement_folder, server) = ready("", Manner::default());
    let before = chrono::Utc::now() - chrono::TimeDelta::minutes(1);
    assert_eq!(agreement_folder.send(&["--test", "jag@example.se"]).0, 0);
    let tried = server.taken().remove(0);
    let date = chrono::DateTime::parse_from_rfc2822(&tried.header("Date")).unwrap();
    assert!(
        date > before && date < chrono::Utc::now() + chrono::TimeDelta::minutes(1),
        "{date}"
    );
    assert!(!tried.text.contains("X-Unsent"), "{}", tried.text);
}
