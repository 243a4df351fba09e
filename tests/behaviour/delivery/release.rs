//! When results go out, and what partners are written.

use std::fs;

use super::agreement_folder::{AgreementFolder, ROWS};
use super::server::{Manner, Server, Taken};
use crate::setup::program::output_text;

fn ready(delivery: &str) -> (AgreementFolder, Server) {
    let (agreement_folder, server) = (
        AgreementFolder::new(delivery),
        Server::start(Manner::default()),
    );
    agreement_folder.settings(server.port, "");
    (agreement_folder, server)
}

/// Everybody who has got something, in alphabetical order, with how many.
fn got(server: &Server) -> String {
    let names = ["chef", "ordforande", "polisen", "rad", "skolan"];
    let counts = names
        .map(|name| (name, server.count(name)))
        .into_iter()
        .filter(|(_, count)| *count > 0);
    counts
        .map(|(name, count)| format!("{name} {count}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn last(server: &Server, to: &str) -> Taken {
    server
        .taken()
        .into_iter()
        .rfind(|taken| taken.to.starts_with(to))
        .unwrap()
}

/// The plain text of a message, its quoting undone.
fn text(taken: &Taken) -> String {
    let part = taken
        .text
        .split("Content-Type: text/plain")
        .nth(1)
        .unwrap()
        .split("\r\n--")
        .next()
        .unwrap();
    let (head, body) = part.split_once("\r\n\r\n").unwrap();
    if !head.contains("quoted-printable") {
        return body.to_owned();
    }
    let joined = body.replace("=\r\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let Some((first, more)) = rest.split_first() {
        let code = more
            .get(..2)
            .and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match (first, code) {
            (b'=', Some(code)) => {
                bytes.push(code);
                rest = &more[2..];
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

const APPROVAL: &str = "[delivery]\nrelease = \"after-approval\"\napprover = \"chair\"";

#[test]
fn exactly_what_was_approved_goes_out() {
    let (agreement_folder, server) = ready(APPROVAL);
    agreement_folder.run("2023-10-05");
    agreement_folder.send(&[]);
    assert_eq!(
        got(&server),
        "ordforande 1, polisen 1",
        "a draft, and the partner's letter"
    );
    let draft = last(&server, "ordforande");
    assert!(
        text(&draft).contains("2023-09/v1") && !text(&draft).contains("lofte send"),
        "{}",
        text(&draft)
    );
    let list = agreement_folder.send(&["--list"]).1;
    assert!(
        list.contains("waits for approval: lofte send --approve 2023-09/v1"),
        "{list}"
    );

    // Another version in between: what is approved is still the first.
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;3"));
    agreement_folder.run("2023-10-06");
    let (code, words) = agreement_folder.send(&["--approve", "2023-09/v1", "--by", "Ordföranden"]);
    assert_eq!(code, 0, "{words}");
    assert_eq!(
        got(&server),
        "chef 1, ordforande 3, polisen 1, rad 1",
        "the first, and a draft of the second: {words}"
    );
    let approved = agreement_folder
        .ledger()
        .into_iter()
        .find(|line| line["event"] == "approved")
        .unwrap();
    assert_eq!(
        (approved["by"].as_str(), approved["version"].as_u64()),
        (Some("Ordföranden"), Some(1))
    );
    let sent = |to: &str| {
        agreement_folder
            .ledger()
            .into_iter()
            .rfind(|line| line["event"] == "sent" && line["to"] == to)
            .unwrap()
    };
    assert_eq!(sent("chef@example.se")["version"], 1);
    agreement_folder.send(&["--approve", "2023-09/v2", "--by", "Ordföranden"]);
    assert_eq!(got(&server), "chef 2, ordforande 4, polisen 1, rad 2");
    assert_eq!(sent("chef@example.se")["version"], 2);
}

#[test]
fn what_was_approved_goes_out_although_another_month_has_come() {
    let (agreement_folder, server) = ready(APPROVAL);
    agreement_folder.run("2023-10-05");
    let route = fs::read_to_string(agreement_folder.path("lofte.toml")).unwrap();
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    assert_eq!(
        agreement_folder
            .send(&["--approve", "2023-09/v1", "--by", "Ordföranden"])
            .0,
        0
    );
    fs::write(agreement_folder.path("lofte.toml"), route).unwrap();
    let made = agreement_folder.lofte("run", &["--as-of", "2023-11-02", "--send"]);
    assert!(
        matches!(made.status.code(), Some(0 | 3)),
        "{}",
        output_text(&made)
    );
    assert_eq!(
        got(&server),
        "chef 1, ordforande 2, polisen 2, rad 1",
        "September's results, October's draft"
    );
}

#[test]
fn a_draft_needs_somebody_to_go_to() {
    let agreement_folder =
        AgreementFolder::new("[delivery]\nrelease = \"after-approval\"\napprover = \"registrar\"");
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    let made = agreement_folder.lofte("check", &["--period", "2023-09", "--as-of", "2023-10-05"]);
    assert!(
        made.status.code() == Some(1) && output_text(&made).contains("[[recipient]]"),
        "{}",
        output_text(&made)
    );
}

#[test]
fn what_was_changed_after_it_was_approved_goes_nowhere() {
    let (agreement_folder, server) = ready(APPROVAL);
    agreement_folder.run("2023-10-05");
    let file = agreement_folder.path("outputs/adalen/2023-09/v1/outbox/01-chief.eml");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.replace("To: chef", "To: hon")).unwrap();
    let (code, words) = agreement_folder.send(&["--approve", "2023-09/v1", "--by", "x"]);
    assert!(
        code == 1 && words.contains("not as it was written"),
        "{words}"
    );
    fs::write(&file, &whole).unwrap();
    fs::rename(
        agreement_folder.path("lofte.toml"),
        agreement_folder.path("away.toml"),
    )
    .unwrap();
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    assert_eq!(
        agreement_folder
            .send(&["--approve", "2023-09/v1", "--by", "x"])
            .0,
        0,
        "approved without a way out"
    );
    fs::rename(
        agreement_folder.path("away.toml"),
        agreement_folder.path("lofte.toml"),
    )
    .unwrap();
    fs::write(&file, whole.replace("To: chef", "To: hon")).unwrap();
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 1 && words.contains("not as it was written"),
        "{words}"
    );
    assert_eq!(server.taken(), []);
    for name in ["2023-09/v7", "2023-09", "../x/v1", "2023-08/v1"] {
        assert_eq!(
            agreement_folder.send(&["--approve", name, "--by", "x"]).0,
            2,
            "{name}"
        );
    }
}

#[test]
fn what_is_incomplete_waits_until_its_day_and_then_names_what_is_missing() {
    let delivery = "[delivery]\nrelease = \"when-complete\"\nuntil = \"day 15\"";
    let (agreement_folder, server) = ready(delivery);
    agreement_folder.rows(&ROWS.replace("2023-09-09;1\n", ""));
    agreement_folder.run("2023-10-03");
    agreement_folder.send(&["--as-of", "2023-10-15"]);
    assert_eq!(
        got(&server),
        "polisen 1",
        "the partner is told what is missing"
    );
    assert!(
        text(&last(&server, "polisen")).contains("senast den 5 oktober 2023"),
        "{}",
        text(&last(&server, "polisen"))
    );
    let list = agreement_folder
        .send(&["--list", "--as-of", "2023-10-15"])
        .1;
    assert!(
        list.contains("waits (until 15 October 2023) for: "),
        "{list}"
    );
    agreement_folder.send(&["--as-of", "2023-10-16"]);
    assert_eq!(got(&server), "chef 1, ordforande 1, polisen 1, rad 1");
    assert!(text(&last(&server, "chef")).contains("september 2023"));

    let (agreement_folder, server) = ready(delivery);
    agreement_folder.run("2023-10-03");
    agreement_folder.send(&["--as-of", "2023-10-03"]);
    assert_eq!(
        got(&server),
        "chef 1, ordforande 1, polisen 1, rad 1",
        "complete"
    );
}

#[test]
fn a_partner_is_reminded_before_and_after_and_thanked_once() {
    let (agreement_folder, server) =
        ready("[delivery]\nreminders = [\"3 days before\", \"day 10\"]");
    let day = |day: &str| {
        let made =
            agreement_folder.lofte("run", &["--period", "2023-09", "--as-of", day, "--send"]);
        assert!(
            matches!(made.status.code(), Some(0 | 3)),
            "{}",
            output_text(&made)
        );
        server
            .taken()
            .iter()
            .filter(|taken| taken.to.starts_with("polisen"))
            .map(text)
            .collect::<Vec<_>>()
    };
    agreement_folder.rows(&ROWS.replace("2023-09-09;1\n", "2023-08-12;abc\n"));
    assert_eq!(day("2023-10-01").len(), 1, "the letter");
    let letters = day("2023-10-02");
    assert!(
        letters.len() == 2 && letters[1].contains("behövs senast den 5 oktober 2023"),
        "{letters:#?}"
    );
    // What lies there is held against itself: reminders belong to no version.
    let list = agreement_folder.path("outputs/adalen/2023-09/reminders/reminders.json");
    let whole = fs::read_to_string(&list).unwrap();
    let injected = whole
        .replace("\"id\": \"", "\"id\": \"x")
        .replace("polisen@example.se", "p@example.se>\\r\\nRCPT TO:<x@y.se");
    fs::write(&list, injected).unwrap();
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 1 && words.contains("no reminder in it is sent"),
        "{words}"
    );
    assert_eq!(day("2023-10-03").len(), 2, "one reminder of a day");
    let letters = day("2023-10-11");
    assert!(
        letters.len() == 3
            && letters[2].contains("är inte klart")
            && letters[2].contains("Patruller.csv"),
        "{letters:#?}"
    );
    assert_eq!(day("2023-10-12").len(), 3);
    agreement_folder.rows(ROWS);
    let letters = day("2023-10-13");
    assert!(
        letters.len() == 4 && letters[3].contains("1 påpekande är rättat"),
        "{letters:#?}"
    );
    assert_eq!(day("2023-10-14").len(), 4);
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2"));
    let letters = day("2023-10-15");
    assert!(
        !letters.last().unwrap().contains("rättat") || letters.len() == 4,
        "thanked once"
    );
    for letter in &letters {
        assert!(
            !letter.contains("Fotpatrullera") && !letter.contains("skolan"),
            "{letter}"
        );
    }
}

#[test]
fn a_file_that_no_version_has_is_told() {
    let agreement_folder = AgreementFolder::new("");
    let file = agreement_folder.path("adalen/agreement.toml");
    let text = fs::read_to_string(&file)
        .unwrap()
        .replace("attach = [\"summary.xlsx\"]", "attach = [\"SHA256SUMS\"]");
    fs::write(&file, text).unwrap();
    let mut made =
        agreement_folder.command("check", &["--period", "2023-09", "--as-of", "2023-10-05"]);
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    assert!(output_text(&made.output().unwrap()).contains("missing-attachment"));
}

#[test]
fn settings_that_cannot_be_meant_are_told_with_their_lines() {
    let agreement_folder = AgreementFolder::new("");
    fs::write(
        agreement_folder.path("lofte.toml"),
        "[mail]\nfrom = \"a@example.se\"\nserver = \"x\"\nsecurty = \"tls\"\n",
    )
    .unwrap();
    let (code, words) = agreement_folder.send(&[]);
    assert!(
        code == 1 && words.contains("lofte.toml:4: ") && words.contains("security"),
        "{words}"
    );
}
