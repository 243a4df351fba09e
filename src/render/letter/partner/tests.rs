#![allow(clippy::unwrap_used)]

use super::super::super::{html, sample};
use super::*;
use crate::model::agreement::Audience;
use crate::model::finding::{ActivityId, FindingKind, OtherRow, Place};
use crate::model::report::Report;
use crate::model::span::DateSpan;

fn edition(report: &Report) -> Edition {
    sample::edition(report, &Audience::Partner("polisen".to_owned()))
}

fn letter(report: &Report, occasion: Occasion, earlier: &EarlierFindings) -> PartnerLetter {
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    let due = Some(sample::day("2023-10-08"));
    let addressed = Addressed {
        partner: "polisen",
        name: "Polisen",
        occasion,
        due,
        earlier,
    };
    render(&edition(report), addressed, &wording, &Templates::default()).unwrap()
}

fn earlier(letter: &PartnerLetter) -> EarlierFindings {
    EarlierFindings {
        reported: letter.present.iter().cloned().collect(),
    }
}

#[test]
fn a_partner_reads_what_to_mend_in_its_own_workbooks_and_no_verdict() {
    let report = sample::report();
    let letter = letter(&report, Occasion::Read, &EarlierFindings::default());
    for body in [&letter.letter.text, &letter.letter.html] {
        assert!(
            body.contains("polisen/Narkotika.xlsx, Riktade insatser, A7"),
            "{body}"
        );
        assert!(
            body.contains("12 av 14 rader används, 1 hoppas över, 1 räknas inte")
                && body.contains("senast den 8 oktober 2023"),
            "{body}"
        );
        assert!(
            !body.contains("kommunen/Trasig.xlsx") && !body.contains("bra@example.se"),
            "{body}"
        );
        for pledge in &report.agreement.pledges {
            assert!(!body.contains(&pledge.text), "a verdict: {}", pledge.text);
        }
    }
}

#[test]
fn what_was_told_is_no_news_but_a_reminder_tells_it_again() {
    let report = sample::report();
    let first = letter(&report, Occasion::Read, &EarlierFindings::default());
    let second = letter(&report, Occasion::Read, &earlier(&first));
    assert!(
        !second
            .letter
            .text
            .contains("Narkotika.xlsx, Riktade insatser, A7"),
        "{}",
        second.letter.text
    );
    assert!(
        second
            .letter
            .text
            .contains("2 påpekanden från tidigare brev är inte rättade än."),
        "{}",
        second.letter.text
    );
    assert_eq!(second.present, first.present);
    let reminder = letter(&report, Occasion::After, &earlier(&first));
    assert!(
        reminder
            .letter
            .text
            .contains("Narkotika.xlsx, Riktade insatser, A7"),
        "{}",
        reminder.letter.text
    );
}

#[test]
fn what_is_mended_is_thanked_for_once() {
    let mut report = sample::report();
    let first = letter(&report, Occasion::Read, &EarlierFindings::default());
    report
        .findings
        .retain(|finding| finding.place.cell.as_deref() != Some("A7"));
    let thanks = letter(&report, Occasion::Read, &earlier(&first));
    assert!(
        thanks.letter.text.contains("Tack") && thanks.letter.text.contains("1 påpekande är rättat"),
        "{}",
        thanks.letter.text
    );
    assert_eq!(thanks.thanked.len(), 1);
    let mut thanked = earlier(&first);
    thanked
        .reported
        .retain(|reported| !thanks.thanked.contains(&reported.key));
    assert!(
        !letter(&report, Occasion::Read, &thanked)
            .letter
            .text
            .contains("Tack")
    );
}

#[test]
fn a_partner_is_not_told_where_in_anothers_workbook_something_stands() {
    let mut report = sample::report();
    let place = Place::sheet("polisen/Narkotika.xlsx", "Riktade insatser");
    let mut activities = report.agreement.activities.keys();
    let twice = FindingKind::ReportedByTwo {
        other: Some(OtherRow {
            partner: "Kalix kommun".to_owned(),
            workbook: "kommunen/Trasig.xlsx".to_owned(),
            sheet: "Deras blad".to_owned(),
            cell: "B7".to_owned(),
        }),
        date: DateSpan::day(sample::day("2023-05-04")),
        activity: ActivityId(activities.next().unwrap().clone()),
    };
    let copy = FindingKind::CopiedWorkbook {
        original: Some("kommunen/Trasig.xlsx".to_owned()),
    };
    report.findings = vec![
        Finding::new(twice, place),
        Finding::new(copy, Place::workbook("polisen/Narkotika.xlsx")),
    ];
    let text = letter(&report, Occasion::Read, &EarlierFindings::default())
        .letter
        .text;
    assert!(
        text.contains("En annan part redovisar")
            && text.contains("en kopia av en annan parts arbetsbok"),
        "{text}"
    );
    assert!(
        ["Trasig", "Deras blad", "B7"]
            .iter()
            .all(|theirs| !text.contains(theirs)),
        "{text}"
    );
    let wording = Wording::new("sv", &sample::activities()).unwrap();
    for page in html::render(&edition(&report), &wording, &Templates::default()).unwrap() {
        assert!(
            !String::from_utf8(page.bytes)
                .unwrap()
                .contains("Deras blad")
        );
    }
}

#[test]
fn nobody_is_thanked_for_a_workbook_that_was_not_read() {
    let report = sample::report();
    let first = letter(&report, Occasion::Read, &EarlierFindings::default());
    let thanked = |change: &dyn Fn(&mut Report)| {
        let mut report = sample::report();
        report
            .findings
            .retain(|finding| finding.place.cell.as_deref() != Some("A7"));
        change(&mut report);
        letter(&report, Occasion::Read, &earlier(&first))
            .thanked
            .len()
    };
    assert_eq!(thanked(&|_| {}), 1);
    assert_eq!(
        thanked(&|report| report
            .accounts
            .retain(|account| account.partner.as_deref() != Some("polisen"))),
        0
    );
    let come = earlier(&first)
        .reported
        .into_iter()
        .map(|reported| ReportedFinding {
            code: "date-in-future".to_owned(),
            ..reported
        });
    let come = EarlierFindings {
        reported: come.collect(),
    };
    assert_eq!(
        letter(
            &Report {
                findings: Vec::new(),
                ..report.clone()
            },
            Occasion::Read,
            &come
        )
        .thanked
        .len(),
        0
    );
    let locked = Finding::new(
        FindingKind::EncryptedWorkbook,
        Place::workbook("polisen/Narkotika.xlsx"),
    );
    assert_eq!(thanked(&|report| report.findings.push(locked.clone())), 0);
}

#[test]
fn all_that_is_missing_is_asked_for_once_in_data_that_no_words_change() {
    let mut report = sample::report();
    let first = letter(&report, Occasion::Read, &EarlierFindings::default());
    assert_eq!(first.asked.len(), 2, "{:?}", first.asked);
    let text = &first.letter.text;
    assert_eq!(text.matches("augusti–september 2023").count(), 1, "{text}");
    // Programs before this one asked for the period alone.
    assert!(
        first
            .as_said_before
            .iter()
            .all(|line| !line.contains("augusti"))
    );
    let wording = Wording::new("en", &sample::activities()).unwrap();
    let nothing = EarlierFindings::default();
    let addressed = Addressed {
        partner: "polisen",
        name: "Polisen",
        occasion: Occasion::Read,
        due: None,
        earlier: &nothing,
    };
    let english = render(
        &edition(&report),
        addressed,
        &wording,
        &Templates::default(),
    )
    .unwrap();
    assert_eq!(english.asked, first.asked);
    assert_ne!(english.as_said_before, first.as_said_before);
    for row in &mut report.reporting {
        row.received = true;
    }
    let none = letter(&report, Occasion::Read, &nothing);
    assert!(none.asked.is_empty(), "{:?}", none.asked);
}
