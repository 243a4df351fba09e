#![allow(clippy::unwrap_used)]

use super::super::sample;
use super::*;
use crate::model::agreement::Edition;

fn letter(report: &Report, edition: Edition) -> Letter {
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    let recipient = sample::recipient(edition);
    let made = [Artefact { name: "summary.xlsx".to_owned(), bytes: Vec::new() }];
    let files = attachments(report, &recipient, &made, &wording);
    render(report, &recipient, &files, &wording, &Templates::new()).unwrap()
}

#[test]
fn only_what_was_made_is_said_to_be_attached() {
    let letter = letter(&sample::report(), Edition::Full);
    assert!(letter.text.contains("Uppföljning Kalix 2023-09.xlsx: siffrorna"), "{}", letter.text);
    assert!(!letter.text.contains("öppnas i en webbläsare"), "report.html was not made");
}

#[test]
fn the_key_result_stands_in_the_body() {
    let letter = letter(&sample::report(), Edition::Full);
    for body in [&letter.text, &letter.html] {
        assert!(body.contains("Genomföra minst tre medborgarkontakter"), "what is behind");
        assert!(body.contains("KS 2023/117"));
    }
    assert!(!letter.text.contains("&amp;") && !letter.text.contains("&#"), "text is not escaped");
}

#[test]
fn html_shows_hostile_text_as_text() {
    let mut report = sample::report();
    report.agreement.pledges[0].text = sample::HOSTILE.to_owned();
    let letter = letter(&report, Edition::Full);
    assert!(!letter.html.contains("<script"));
    assert!(letter.html.contains("&lt;script&gt;"));
    assert!(letter.text.contains("<script>alert(1)</script> {{x}}"));
}

#[test]
fn a_subject_is_one_line() {
    let mut report = sample::report();
    report.agreement.municipality = "Kalix\r\nBcc: alla@example.se".to_owned();
    assert!(!letter(&report, Edition::Full).subject.contains(['\r', '\n']));
}

#[test]
fn a_partner_reads_what_to_mend_and_the_public_does_not() {
    let partner = letter(&sample::report(), Edition::Partner("polisen".to_owned()));
    assert!(partner.text.contains("polisen/Narkotika.xlsx, Riktade insatser, A7"));
    assert!(!partner.text.contains("kommunen/Trasig.xlsx"));
    let public = letter(&sample::report(), Edition::Public);
    assert!(!public.text.contains(".xlsx, "));
}

#[test]
fn the_same_report_is_the_same_letter() {
    assert_eq!(letter(&sample::report(), Edition::Full), letter(&sample::report(), Edition::Full));
}
