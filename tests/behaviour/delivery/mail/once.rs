//! Each message goes once, and to whom it is for.

use std::collections::BTreeSet;
use std::fs;

use super::*;
use crate::setup::program::output_text;

#[test]
fn everybody_gets_it_once_and_a_daily_run_is_no_daily_mail() {
    let (agreement_folder, server) = ready("", Manner::default());
    assert_eq!(server.taken(), [], "making sends nothing");
    assert_eq!(agreement_folder.send(&[]).0, 0);
    assert_eq!(counts(&server), [1; 4]);
    for _ in 0..2 {
        let again = agreement_folder.lofte(
            "run",
            &["--period", "2023-09", "--as-of", "2023-10-06", "--send"],
        );
        assert_eq!(again.status.code(), Some(0), "{}", output_text(&again));
    }
    assert_eq!(counts(&server), [1; 4]);
    assert_eq!(
        agreement_folder.events("chef"),
        ["planned", "posting", "handing-over", "sent"]
    );
    let list = agreement_folder.send(&["--list"]).1;
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
        fs::read_to_string(agreement_folder.path("outputs/adalen/2023-09/v1/outbox/01-chief.eml"))
            .unwrap();
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
    let sent = agreement_folder
        .ledger()
        .into_iter()
        .find(|line| line["event"] == "sent" && line["to"] == "chef@example.se")
        .unwrap();
    assert_eq!(sent["message_id"], chief.header("Message-ID"));
    assert!(sent["date"].as_str().is_some());
}

#[test]
fn only_news_is_mailed_anew() {
    let (agreement_folder, server) = ready("", Manner::default());
    agreement_folder.send(&[]);
    // A remark more: another version, and no news to anybody.
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-10;1"));
    agreement_folder.run("2023-10-06");
    assert!(agreement_folder.path("outputs/adalen/2023-09/v2").exists());
    agreement_folder.send(&[]);
    assert_eq!(counts(&server), [1; 4], "the same figures");
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2"));
    agreement_folder.run("2023-10-07");
    agreement_folder.send(&[]);
    assert_eq!(
        counts(&server),
        [2, 2, 2, 1],
        "a figure changed; the partner has nothing new to know"
    );
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2\n2023-09-12;abc"));
    agreement_folder.run("2023-10-08");
    agreement_folder.send(&[]);
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
    let (agreement_folder, server) = ready_against(vec![slow]);
    let both = std::thread::scope(|scope| {
        [(); 2]
            .map(|()| scope.spawn(|| agreement_folder.send(&[])))
            .map(|one| one.join().unwrap())
    });
    assert!(both.iter().all(|(code, _)| *code == 0), "{both:?}");
    assert_eq!(
        both.iter()
            .filter(|(_, words)| words.contains("Another run") && words.contains("Waiting"))
            .count(),
        1
    );
    assert_eq!(counts(&server), [1; 4]);
}

#[test]
fn to_send_again_must_be_asked_for_and_numbers_the_id() {
    let (agreement_folder, server) = ready("", Manner::default());
    agreement_folder.send(&[]);
    agreement_folder.send(&["--resend"]);
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
    agreement_folder.send(&[]);
    assert_eq!(counts(&server), [2; 4]);
    // What was to be sent again, and was stopped before it was, is taken up.
    agreement_folder.settings(1, "");
    agreement_folder.send(&["--resend"]);
    agreement_folder.settings(server.port, "");
    agreement_folder.send(&[]);
    agreement_folder.send(&[]);
    assert_eq!(counts(&server), [3; 4]);
    assert!(of("chef")[2].contains(".3@"), "{:?}", of("chef"));
}

#[test]
fn what_could_not_be_posted_is_taken_up_when_another_month_has_come() {
    let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(Manner::default()));
    agreement_folder.settings(1, "");
    let run = |as_of: &str| agreement_folder.lofte("run", &["--as-of", as_of, "--send"]);
    let printed_then = output_text(&run("2023-10-31"));
    assert!(printed_then.contains("cannot be reached"), "{printed_then}");
    assert!(agreement_folder.send(&["--list"]).1.contains("to be sent"));
    agreement_folder.settings(server.port, "");
    let made = run("2023-11-01");
    assert_eq!(made.status.code(), Some(0), "{}", output_text(&made));
    assert_eq!(counts(&server), [2; 4], "September's, and October's");
    run("2023-11-02");
    assert_eq!(counts(&server), [2; 4]);
}

#[test]
fn a_list_of_the_outbox_that_was_changed_sends_nothing() {
    let (agreement_folder, server) = ready("", Manner::default());
    let list = agreement_folder.path("outputs/adalen/2023-09/v1/outbox/outbox.json");
    let whole = fs::read_to_string(&list).unwrap();
    for address in [
        "annan@example.se",
        "chef@example.se>\\r\\nRCPT TO:<annan@example.se",
    ] {
        fs::write(&list, whole.replace("chef@example.se", address)).unwrap();
        let (code, words) = agreement_folder.send(&[]);
        assert!(
            code == 1 && words.contains("not as it was written"),
            "{words}"
        );
    }
    assert_eq!(server.taken(), []);
    fs::write(&list, &whole).unwrap();
    for address in [
        "jag",
        "jag@example.se>\r\nRCPT TO:<annan@example.se",
        "a@example.se, b@example.se",
    ] {
        for option in ["--redirect", "--test"] {
            let (code, words) = agreement_folder.send(&[option, address]);
            assert!(code == 2 && words.contains("not a mail address"), "{words}");
        }
    }
    assert_eq!(server.heard(), [""; 0]);
    // Nor does a letter that was, and it holds up no other.
    let last = agreement_folder.path("outputs/adalen/2023-09/v1/outbox/partner-polisen.eml");
    fs::write(&last, "Subject: x\r\n\r\n").unwrap();
    let (code, words) = agreement_folder.send(&[]);
    assert_eq!((code, counts(&server)), (1, vec![1, 1, 1, 0]), "{words}");
    assert!(words.contains("partner-polisen.eml"), "{words}");
}

#[test]
fn who_got_another_result_in_between_is_corrected_in_words() {
    let (agreement_folder, server) = ready("", Manner::default());
    let mistaken = ROWS.replace("2023-09-09;1", "2023-09-09;1\n2023-09-12;2");
    let mut subjects = Vec::new();
    for (day, rows) in [
        ("05", ROWS),
        ("06", &mistaken),
        ("07", ROWS),
        ("08", &mistaken),
    ] {
        agreement_folder.rows(rows);
        agreement_folder.run(&format!("2023-10-{day}"));
        for _ in 0..2 {
            assert_eq!(agreement_folder.send(&[]).0, 0);
        }
        subjects.push(text_of(&server, "chef"));
    }
    assert_eq!(counts(&server), [4, 4, 4, 1]);
    assert!(!subjects[0].contains("Rättelse"), "{}", subjects[0]);
    for corrected in &subjects[1..] {
        assert!(corrected.contains("Rättelse: Uppföljning"), "{corrected}");
        assert!(
            corrected.contains("Rättelse: det här brevet ersätter det som skickades den "),
            "{corrected}"
        );
    }
    let taken = server.taken();
    let ids: BTreeSet<String> = taken
        .iter()
        .map(|taken| taken.header("Message-ID"))
        .collect();
    assert_eq!(ids.len(), taken.len(), "no program takes one for another");
    let list = agreement_folder.send(&["--list"]).1;
    assert!(
        list.starts_with("2023-09/v4 · edition (full) · chef (chief) <chef@example.se>"),
        "{list}"
    );
}

/// Subject and words of the last message to somebody, read as a mail program does.
fn text_of(server: &Server, to: &str) -> String {
    let taken = server.taken();
    let last = taken
        .iter()
        .rfind(|taken| taken.to.starts_with(to))
        .unwrap();
    let parsed = mail_parser::MessageParser::new()
        .parse(last.text.as_bytes())
        .unwrap();
    format!(
        "{}\n{}",
        parsed.subject().unwrap(),
        parsed.body_text(0).unwrap()
    )
}

#[test]
fn the_list_is_there_for_machines() {
    let (agreement_folder, _server) = ready("", Manner::default());
    agreement_folder.send(&[]);
    let (code, words) = agreement_folder.send(&["--list", "--format", "json"]);
    assert_eq!(code, 0, "{words}");
    let list: serde_json::Value = serde_json::from_str(words.lines().next().unwrap()).unwrap();
    assert_eq!(list["agreement"], "adalen");
    let messages = list["messages"].as_array().unwrap();
    assert_eq!(messages.len(), 4);
    assert_eq!(messages[0]["address"], "chef@example.se");
    assert_eq!(messages[0]["state"], "sent");
    assert_eq!(messages[0]["said"], "250 2.0.0 taken");
    assert!(
        messages[0]["seal"]
            .as_str()
            .is_some_and(|seal| seal.len() == 64)
    );
}

#[test]
fn a_damaged_letter_of_one_month_holds_up_none_of_the_next() {
    let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(Manner::default()));
    agreement_folder.settings(1, "");
    agreement_folder.lofte("run", &["--as-of", "2023-10-31", "--send"]);
    let old = agreement_folder.path("outputs/adalen/2023-09/v1/outbox/01-chief.eml");
    fs::write(&old, "Subject: x\r\n\r\n").unwrap();
    agreement_folder.settings(server.port, "");
    let made = agreement_folder.lofte("run", &["--as-of", "2023-11-01", "--send"]);
    assert_eq!(made.status.code(), Some(1), "{}", output_text(&made));
    assert!(
        output_text(&made).contains("2023-09/v1/outbox/01-chief.eml"),
        "{}",
        output_text(&made)
    );
    assert_eq!(
        counts(&server),
        [1, 2, 2, 2],
        "October's, and the rest of September's"
    );
}

#[test]
fn a_route_is_tried_and_redirected_without_anybody_being_written_to() {
    let (agreement_folder, server) = ready("", Manner::default());
    let (code, words) = agreement_folder.send(&["--test", "jag@example.se"]);
    assert!(
        code == 0 && words.contains("has taken the message to jag@example.se"),
        "{words}"
    );
    let (code, words) = agreement_folder.send(&["--redirect", "jag@example.se"]);
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
    agreement_folder.send(&[]);
    assert_eq!(
        counts(&server),
        [1; 4],
        "a redirected message is sent to nobody"
    );
}

#[test]
fn a_folder_can_be_the_way_out() {
    let agreement_folder = AgreementFolder::new("");
    fs::write(
        agreement_folder.path("lofte.toml"),
        "[mail]\nfrom = \"lofte@example.se\"\nfolder = \"post\"\n",
    )
    .unwrap();
    agreement_folder.run("2023-10-05");
    for _ in 0..2 {
        assert_eq!(agreement_folder.send(&[]).0, 0);
    }
    let files: Vec<_> = fs::read_dir(agreement_folder.path("post"))
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
    let agreement_folder = AgreementFolder::new("");
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    let made = agreement_folder.lofte(
        "run",
        &["--period", "2023-09", "--as-of", "2023-10-05", "--send"],
    );
    assert!(
        made.status.code() == Some(2) && output_text(&made).contains("[mail]"),
        "{}",
        output_text(&made)
    );
    assert!(!agreement_folder.path("outputs").exists());
}
