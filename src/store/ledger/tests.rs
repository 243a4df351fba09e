#![allow(clippy::unwrap_used)]

use super::*;
use crate::store::record::Made;

fn made(version: u32) -> Made {
    Made {
        period: "2023-09".to_owned(),
        version,
        as_of: "2023-10-05".parse().unwrap(),
        content: "c".to_owned(),
        follow_up: "f".to_owned(),
        seal: None,
        at: "2023-10-05T06:00:00Z".parse().unwrap(),
    }
}

fn entry(version: u32) -> LedgerEntry {
    LedgerEntry::Version(made(version))
}

struct Home(tempfile::TempDir);

impl Home {
    fn new(versions: u32) -> Home {
        let home = Home(tempfile::tempdir().unwrap());
        for version in 1..=versions {
            home.ledger().append(&entry(version)).unwrap();
        }
        home
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("ledger.jsonl")
    }

    fn ledger(&self) -> Ledger {
        Ledger::new(self.path())
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn write(&self, text: impl AsRef<[u8]>) {
        fs::write(self.path(), text).unwrap();
    }

    fn versions(&self) -> Vec<u32> {
        let entries = self.ledger().read().unwrap();
        let made = entries.iter().filter_map(LedgerEntry::made);
        made.map(|made| made.version).collect()
    }

    fn fault(&self) -> String {
        self.ledger().read().unwrap_err().to_string()
    }
}

#[test]
fn what_is_appended_is_read_and_each_line_has_the_hash_of_the_one_before() {
    let home = Home::new(0);
    assert_eq!(home.ledger().read().unwrap(), LedgerEntries::default());
    let home = Home::new(3);
    assert_eq!(home.versions(), [1, 2, 3]);
    let text = home.text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains("\"line_before\":\"\""), "{text}");
    for pair in lines.windows(2) {
        let hash = format!("\"line_before\":\"{}\"", sha256(pair[0].as_bytes()));
        assert!(pair[1].contains(&hash), "{text}");
    }
}

#[test]
fn a_last_line_that_cannot_be_read_is_told_cut_off_and_kept_in_another() {
    for torn in [
        "{\"event\":\"version\",\"period\":\"å"
            .as_bytes()
            .split_last()
            .unwrap()
            .1,
        b"{\"event\":\"vers\n",
        b"\xff\xfe{\r\n\n",
    ] {
        let home = Home::new(1);
        home.write([home.text().as_bytes(), torn].concat());
        assert_eq!(home.versions(), [1]);
        assert!(home.ledger().read().unwrap().torn().is_some());
        home.ledger().append(&entry(2)).unwrap();
        assert_eq!(home.versions(), [1, 2]);
        let entries = home.ledger().read().unwrap();
        assert!(matches!(entries[1], LedgerEntry::Mended(_)), "{entries:?}");
        assert_eq!(entries.torn(), None);
    }
}

#[test]
fn what_an_editor_leaves_around_lines_changes_nothing() {
    let home = Home::new(2);
    let text = home.text();
    for marked in [
        format!("\u{feff}{text}"),
        format!("{text}\n  \n"),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\n\n"),
        text.trim_end().to_owned(),
        format!("{text}\0\0\0"),
    ] {
        home.write(&marked);
        assert_eq!(home.versions(), [1, 2], "{marked:?}");
        let other = Home::new(2);
        other.write(&marked);
        other.ledger().append(&entry(3)).unwrap();
        assert_eq!(other.versions(), [1, 2, 3], "{marked:?}");
    }
}

#[test]
fn a_line_that_was_changed_or_is_gone_is_found_wherever_it_stood() {
    let home = Home::new(4);
    let text = home.text();
    let lines: Vec<&str> = text.lines().collect();
    for at in 0..lines.len() {
        let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        changed[at] = changed[at].replace("2023-10-05\"", "2023-10-06\"");
        home.write(changed.join("\n") + "\n");
        assert!(
            home.fault().contains("not as it was written"),
            "{}",
            home.fault()
        );
        changed.remove(at);
        home.write(changed.join("\n") + "\n");
        assert!(home.fault().contains("gone"), "{at}: {}", home.fault());
    }
    // A line of another hand, at the end and in between.
    let foreign = "{\"event\":\"sent\",\"period\":\"2023-09\",\"version\":1,\"at\":\"2023-10-05T06:00:00Z\"}\n";
    home.write(format!("{text}{foreign}"));
    assert!(home.fault().contains("another hand"), "{}", home.fault());
    home.write(format!("{{}}\n{text}"));
    assert!(home.fault().contains("line 1"), "{}", home.fault());
    assert_eq!(home.fault().lines().count(), 1);
    // As if lofte had been killed between the line and the head.
    home.write(&text);
    let head = home.0.path().join("ledger.head");
    let before = Head {
        lines: 3,
        last: sha256(lines[2].as_bytes()),
    };
    fs::write(&head, before.to_line()).unwrap();
    assert_eq!(home.versions(), [1, 2, 3, 4]);
}

/// Lines could be gone from the end, and nobody would know: whoever was sure of the last could go on.
#[test]
fn a_head_that_is_gone_or_cannot_be_read_is_told_with_what_should_stand_in_it() {
    let home = Home::new(3);
    let head = home.0.path().join("ledger.head");
    let whole = fs::read_to_string(&head).unwrap();
    for broken in [None, Some(""), Some("x"), Some("-1 y")] {
        match broken {
            Some(broken) => fs::write(&head, broken).unwrap(),
            None => fs::remove_file(&head).unwrap(),
        }
        let fault = home.fault();
        assert!(
            fault.contains("ledger.head is gone") && fault.contains(whole.trim_end()),
            "{fault}"
        );
    }
    fs::write(&head, whole).unwrap();
    assert_eq!(home.versions(), [1, 2, 3]);
    // As if lofte had been killed, the very first line written and no head yet; or a ledger taken over.
    let home = Home::new(1);
    fs::remove_file(home.0.path().join("ledger.head")).unwrap();
    assert_eq!(home.versions(), [1]);
    home.ledger().append(&entry(2)).unwrap();
    assert_eq!(home.versions(), [1, 2]);
}

/// What a crash leaves is the beginning of a line. A whole one that tells of nothing is nobody's of ours.
#[test]
fn a_whole_line_that_was_put_in_at_the_end_is_found_and_not_mended() {
    for put_in in [
        "{\"event\":\"approved\",\"period\":\"2023-09\",\"version\":1,\"by\":\"x\"}",
        "{}",
        "[]",
    ] {
        let home = Home::new(2);
        home.write(format!("{}{put_in}\n", home.text()));
        assert!(home.fault().contains("line 3"), "{}", home.fault());
    }
}

#[test]
fn lines_without_hashes_are_taken_over_and_held_from_then_on() {
    let home = Home::new(0);
    let old = |version: u32| serde_json::to_string(&entry(version)).unwrap() + "\n";
    home.write(old(1) + &old(2));
    let version = home.0.path().join("2023-09/v1");
    fs::create_dir_all(&version).unwrap();
    fs::write(version.join("SHA256SUMS"), "x").unwrap();
    assert_eq!(home.versions(), [1, 2]);
    home.ledger().append(&entry(3)).unwrap();
    assert_eq!(home.versions(), [1, 2, 3]);
    let entries = home.ledger().read().unwrap();
    assert!(
        matches!(entries[2], LedgerEntry::TakenOver(_)),
        "{entries:?}"
    );
    assert_eq!(
        entries.seal("2023-09", 1),
        Some(sha256(b"x").as_str()),
        "what lay there is sealed"
    );
    let text = home.text();
    home.write(text.replacen("2023-10-05\"", "2023-10-06\"", 1));
    assert!(home.fault().contains("not as it was"), "{}", home.fault());
}

#[test]
fn events_of_later_programs_are_kept_and_passed_over() {
    let home = Home::new(0);
    let later = "{\"event\":\"thanked\",\"by\":\"bra\",\"line_before\":\"\"}\n";
    home.write(later);
    home.ledger().append(&entry(1)).unwrap();
    assert_eq!(home.versions(), [1]);
    assert!(home.text().starts_with(later));
}

#[test]
fn the_last_line_of_a_number_is_that_of_its_version() {
    let content = |content: &str| {
        LedgerEntry::Version(Made {
            content: content.to_owned(),
            ..made(2)
        })
    };
    let sent = LedgerEntry::Sent(crate::store::entry::tests::delivery());
    let entries = LedgerEntries::from(vec![
        entry(1),
        content("interrupted"),
        content("made"),
        sent,
    ]);
    assert_eq!(entries.made("2023-09", 2).unwrap().content, "made");
    assert_eq!(entries.made("2023-09", 3), None);
    assert_eq!(entries.made("2023-08", 2), None);
}
