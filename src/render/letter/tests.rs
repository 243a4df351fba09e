#![allow(clippy::unwrap_used)]

use super::super::sample;
use super::*;
use crate::model::agreement::{Audience, Recipient};
use crate::model::report::{Artefact, Report};

fn letter(report: &Report, audience: Audience) -> Letter {
    let made = [Artefact {
        name: "summary.xlsx".to_owned(),
        bytes: Vec::new(),
    }];
    letter_with(report, audience, MessageKind::Edition, &made)
}

fn letter_with(
    report: &Report,
    audience: Audience,
    kind: MessageKind,
    made: &[Artefact],
) -> Letter {
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    let recipient = sample::recipient(audience);
    let edition = sample::edition(report, &recipient.audience);
    let files = attachments(&edition, &recipient.attach, made, &wording);
    let addressee = Addressee {
        name: &recipient.name,
        also_to: &crate::compose::also_to(&report.agreement, &recipient),
    };
    render(
        &edition,
        addressee,
        kind,
        &files,
        &wording,
        &Templates::default(),
    )
    .unwrap()
}

#[test]
fn only_what_was_made_is_said_to_be_attached() {
    let letter = letter(&sample::report(), Audience::Full);
    assert!(
        letter
            .text
            .contains("Uppföljning Kalix 2023-09.xlsx: siffrorna"),
        "{}",
        letter.text
    );
    assert!(
        !letter.text.contains("öppnas i en webbläsare"),
        "report.html was not made"
    );
}

#[test]
fn the_key_result_stands_in_the_body() {
    let letter = letter(&sample::report(), Audience::Full);
    for body in [&letter.text, &letter.html] {
        assert!(
            body.contains("Genomföra minst tre medborgarkontakter"),
            "what is behind"
        );
        assert!(body.contains("KS 2023/117"));
    }
    assert!(
        !letter.text.contains("&amp;") && !letter.text.contains("&#"),
        "text is not escaped"
    );
}

#[test]
fn html_shows_hostile_text_as_text() {
    let mut report = sample::report();
    report.agreement.pledges[0].text = sample::HOSTILE.to_owned();
    let letter = letter(&report, Audience::Full);
    assert!(!letter.html.contains("<script"));
    assert!(letter.html.contains("&lt;script&gt;"));
    assert!(letter.text.contains("<script>alert(1)</script> {{x}}"));
}

#[test]
fn a_subject_is_one_line() {
    let mut report = sample::report();
    report.agreement.municipality = "Kalix\r\nBcc: alla@example.se".to_owned();
    assert!(
        !letter(&report, Audience::Full)
            .subject
            .contains(['\r', '\n'])
    );
}

#[test]
fn the_others_are_told_by_their_roles_and_never_to_a_partner() {
    let mut report = sample::report();
    let other = Recipient {
        role: Role::Council,
        name: "Anna".to_owned(),
        address: "anna@example.se".to_owned(),
        ..sample::recipient(Audience::Full)
    };
    report.agreement.recipients.push(other);
    let text = letter(&report, Audience::Full).text;
    assert!(
        text.contains("går också till kommunens politiska ledning"),
        "{text}"
    );
    assert!(
        !text.contains("Anna")
            && !text.contains("anna@example.se")
            && !text.contains("ordföranden i lokala Brå"),
        "{text}"
    );
    let partner = letter(&report, Audience::Partner("polisen".to_owned())).text;
    assert!(!partner.contains("går också till"), "{partner}");
}

#[test]
fn a_draft_says_what_it_is_and_how_it_is_approved() {
    let report = sample::report();
    let draft = letter_with(&report, Audience::Full, MessageKind::Draft, &[]);
    assert!(draft.subject.starts_with("UTKAST: "), "{}", draft.subject);
    for body in [&draft.text, &draft.html] {
        assert!(
            body.contains("2023-09/v1") && !body.contains("lofte send"),
            "{body}"
        );
    }
    assert!(!letter(&report, Audience::Full).text.contains("2023-09/v1"));
}

#[test]
fn the_same_report_is_the_same_letter() {
    assert_eq!(
        letter(&sample::report(), Audience::Full),
        letter(&sample::report(), Audience::Full)
    );
}
