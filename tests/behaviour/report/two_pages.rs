//! The web's page of an agreement with many pledges: in two, the first of them light.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::made::{kalix, many};
use crate::setup::files::{files_ending, repository};
use crate::setup::program::{self, text};
use serde_json::Value;

/// Everything from one text to another.
fn each<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let pieces = page.split(from).skip(1);
    pieces
        .map(|piece| piece.split_once(to).unwrap().0)
        .collect()
}

/// Every link leads to an id that is there once, on its own page or the other.
fn links_lead_somewhere(page: &str, other: &str, name: &str) {
    let links: BTreeSet<&str> = each(page, "href=\"", "\"").into_iter().collect();
    assert!(links.contains(name), "{links:?}");
    for link in links {
        let (file, id) = link.split_once('#').unwrap_or((link, "top"));
        assert!(file.is_empty() || file == name, "{link}");
        let target = if file.is_empty() { page } else { other };
        assert_eq!(
            target.matches(&format!(" id=\"{id}\"")).count(),
            1,
            "{link}"
        );
    }
}

fn read(home: &Path, name: &str) -> String {
    fs::read_to_string(home.join("2023-09/v1/public").join(name)).unwrap()
}

#[test]
fn sixty_pledges_with_pictures_are_under_100_kb_and_nothing_is_lost() {
    let room = tempfile::tempdir().unwrap();
    let home = many(room.path(), 60);
    let (first, details) = (read(&home, "report.html"), read(&home, "details.html"));
    assert!(first.len() < 100_000, "{}", first.len());
    for page in [&first, &details] {
        assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"));
        assert!(!page.contains("<script") && !page.contains(" src="));
        assert_eq!(page.matches("<h1").count(), 1);
    }
    assert_ne!(each(&first, "<title>", "<"), each(&details, "<title>", "<"));
    links_lead_somewhere(&first, &details, "details.html");
    links_lead_somewhere(&details, &first, "report.html");

    // Every pledge has its line, with verdict and course, and its details once.
    assert_eq!(first.matches("<p class=\"at-a-glance\">").count(), 60);
    for number in 1..=60 {
        let link = format!("details.html#pledge-{number}\"");
        let place = format!("<div class=\"pledge\" id=\"pledge-{number}\">");
        let (here, there) = (first.contains(&place), details.contains(&place));
        assert!(here != there, "{number}");
        assert_eq!(
            first.matches(&link).count(),
            if there { 2 } else { 0 },
            "{number}"
        );
    }
    // What Kalix' page says of its pledges these say as often as they have them: words, figures, pictures and tables.
    let alone = room.path().join("alone");
    let kalix = read(&kalix(&alone), "report.html");
    let both = format!("{first}{details}");
    let pledges = |page: &str| -> Vec<(usize, String)> {
        let split = page.split("<div class=\"pledge\" id=\"pledge-").skip(1);
        let pledge = |text: &str| {
            let (number, rest) = text.split_once('"').unwrap();
            let end = rest.find("</details>\n<").map_or(rest.len(), |_| {
                let ends = [
                    "<details class=\"card",
                    "<div class=\"card",
                    "</section>\n<section class=\"area",
                ];
                let ends = ends.iter().filter_map(|end| rest.find(end));
                ends.chain(rest.find("<p class=\"back\""))
                    .min()
                    .unwrap_or(rest.len())
            });
            let number: usize = number.parse().unwrap();
            let own = |text: &str| text.replace(&format!("Löfte {number}"), "Löfte");
            (
                number,
                own(rest[..end].trim_end_matches("</section>\n").trim()),
            )
        };
        split.map(pledge).collect()
    };
    let (of_kalix, of_both) = (pledges(&kalix), pledges(&both));
    assert_eq!((of_kalix.len(), of_both.len()), (19, 60));
    for (number, pledge) in &of_both {
        let (_, like) = &of_kalix
            .iter()
            .find(|(one, _)| (number - 1) % 19 + 1 == *one)
            .unwrap();
        assert_eq!(pledge, like, "{number}");
    }
    let drawn = |page: &str| page.matches("<svg class=\"chart\"").count();
    assert!(drawn(&details) > 3 * drawn(&first), "{}", drawn(&details));
}

#[test]
fn the_other_page_is_hashed_listed_and_attached() {
    let room = tempfile::tempdir().unwrap();
    let home = many(room.path(), 60);
    let sums = fs::read_to_string(home.join("2023-09/v1/SHA256SUMS")).unwrap();
    assert!(sums.contains("  public/details.html"), "{sums}");
    let start = fs::read_to_string(home.join("index.html")).unwrap();
    assert!(start.contains("href=\"2023-09/v1/public/details.html\""));

    let messages = files_ending(&home.join("2023-09/v1/outbox"), "web.eml");
    let read_mail = Command::new("/usr/bin/python3")
        .arg(repository("tests/mail/read.py"))
        .args(&messages)
        .output()
        .unwrap();
    let letters: Vec<Value> = serde_json::from_slice(&read_mail.stdout).unwrap();
    assert_eq!(letters.len(), 1);
    let letter = letters[0].to_string();
    for name in ["report.html", "details.html"] {
        assert!(letter.contains(&format!("{name}: ")), "{name}: {letter}");
    }
    let outbox = fs::read_to_string(home.join("2023-09/v1/outbox/outbox.json")).unwrap();
    assert!(outbox.contains("\"details.html\"") && outbox.contains("\"report.html\""));

    let verify = || {
        program::lofte()
            .arg("verify")
            .arg(home.join("2023-09/v1"))
            .output()
            .unwrap()
    };
    let output = verify();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    fs::write(home.join("2023-09/v1/public/details.html"), "").unwrap();
    let output = verify();
    let told = format!("{}{}", text(&output.stdout), text(&output.stderr));
    assert!(
        !output.status.success() && told.contains("public/details.html"),
        "{told}"
    );
}

#[test]
fn a_hundred_and_fifty_pledges_leave_their_lines() {
    let room = tempfile::tempdir().unwrap();
    let home = many(room.path(), 150);
    let (first, details) = (read(&home, "report.html"), read(&home, "details.html"));
    assert!(first.len() < 100_000, "{}", first.len());
    assert_eq!(first.matches("<p class=\"at-a-glance\">").count(), 150);
    assert_eq!(details.matches("<div class=\"pledge\" id=").count(), 150);
    assert!(first.matches("<svg class=\"small-course\"").count() > 50);
    links_lead_somewhere(&first, &details, "details.html");
    links_lead_somewhere(&details, &first, "report.html");
}
