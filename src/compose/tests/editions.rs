//! Nothing is in an edition that is not its reader's. Every text that a reader may not see is marked, and looked for in
//! what the edition is when it is serialised.

use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::model::activity::{SheetAccount, WorkbookAccount};
use crate::model::agreement::{Audience, Partner, Ruling};
use crate::model::assessment::{Claimed, PartAssessment, SettledRow, UncountedRow};
use crate::model::finding::{ActivityId, Code, FindingKind, OtherRow, Place, UnreadableReason};
use crate::model::target::Bound;

const PARTNERS: [&str; 3] = ["alfa", "beta", "gamma"];

/// Figures about persons below this are withheld: large enough for every small one to be known by its digits.
const LIMIT: u64 = 50_000;

/// A row of a workbook, before it is an activity.
#[derive(Clone, Debug)]
struct Row {
    partner: usize,
    persons: bool,
    value: u64,
    day: u64,
    counts: bool,
}

fn row() -> impl Strategy<Value = Row> {
    // Even: a figure that has changed was one more before, and so is nobody else's.
    let value = prop_oneof![10_001..LIMIT / 2, 50_000..450_000_u64].prop_map(|half| half * 2);
    let row = (
        0..PARTNERS.len(),
        any::<bool>(),
        value,
        0..270_u64,
        any::<bool>(),
    );
    row.prop_map(|(partner, persons, value, day, counts)| Row {
        partner,
        persons,
        value,
        day,
        counts,
    })
}

/// `alfa/bok.xlsx`, «alfa-blad», `ALFA7`: whose they are is seen.
fn place_of(partner: usize, row: usize) -> Origin {
    let id = PARTNERS[partner];
    Origin {
        workbook: format!("{id}/bok.xlsx").as_str().into(),
        sheet: format!("{id}-blad").as_str().into(),
        cell: format!("{}{}", id.to_uppercase(), row + 2),
    }
}

fn drawn_agreement() -> Agreement {
    let partner = |id: &str| Partner {
        id: id.to_owned(),
        name: format!("Namnet {id}"),
        also: vec![format!("annat-{id}")],
        address: Some(format!("{id}@example.se")),
    };
    let source = |(line, id): (usize, &&str)| Source {
        partner: (*id).to_owned(),
        files: format!("{id}/bok*.xlsx"),
        pattern: format!("{id}/bok*.xlsx"),
        expected: Some(Frequency::Monthly),
        due: None,
        ignored: Vec::new(),
        sheets: Vec::new(),
        line,
    };
    let ruling = |partner: usize| Ruling {
        workbook: place_of(partner, 0).workbook.to_string(),
        sheet: place_of(partner, 0).sheet.to_string(),
        cell: place_of(partner, 0).cell,
        counts: true,
        why: "Skälet.".to_owned(),
        by: "Lokala Brå".to_owned(),
        date: day("2023-10-01"),
    };
    let pledge = |id: &&str| Pledge {
        id: format!("om-{id}"),
        text: format!("Vi lovar, {id}."),
        responsible: vec![(*id).to_owned()],
        statement: Some((*id).to_owned()),
        line: 1,
        ..Pledge::default()
    };
    Agreement {
        small_numbers: LIMIT,
        partners: PARTNERS.iter().map(|id| partner(id)).collect(),
        sources: (10..).zip(&PARTNERS).map(source).collect(),
        rulings: (0..PARTNERS.len()).map(ruling).collect(),
        pledges: PARTNERS.iter().map(pledge).collect(),
        ..agreement()
    }
}

/// The target of the rows about persons, or of the others. Rows of every partner count for the pledge of each.
fn drawn_target(id: &str, owner: usize, rows: &[Row], persons: bool) -> TargetAssessment {
    let rows = || (rows.iter().enumerate()).filter(|(_, row)| row.persons == persons);
    let held = |row: &Row| DateSpan::day(day("2023-01-01") + Days::new(row.day));
    let counted = rows().filter(|(_, row)| row.counts);
    let left = rows().filter(|(_, row)| !row.counts);
    let sum: u64 = counted.clone().map(|(_, row)| row.value).sum();
    let part = PartAssessment {
        // The name of a request is its cell; of other parts it is a place or the like.
        name: (!persons).then(|| "DEL7".to_owned()),
        span: None,
        due: None,
        done: None,
        late: false,
        required: None,
        outcome: Quantity::whole(sum),
        status: Status::OnTrack,
    };
    let window = WindowAssessment {
        bound: Some(Bound::Least),
        parts: vec![part],
        ..year(sum, None)
    };
    let settled = SettledRow {
        date: held(&Row {
            day: 3,
            ..rows()
                .next()
                .map_or_else(|| first_row(persons), |(_, row)| row.clone())
        }),
        ruling: drawn_agreement().rulings[(owner + 1) % PARTNERS.len()].clone(),
    };
    TargetAssessment {
        effort: false,
        responsible: vec![PARTNERS[owner].to_owned()],
        of: vec![if persons { "persons" } else { "visit" }.to_owned()],
        persons,
        kind: if persons { "count" } else { "request" },
        in_period: Some(Quantity::whole(sum)),
        counted: counted
            .map(|(index, row)| CountedRow {
                origin: place_of(row.partner, index),
                date: held(row),
                value: Quantity::whole(row.value),
                rows: 1,
                facts: RowFacts::default(),
            })
            .collect(),
        not_counted: left
            .map(|(index, row)| UncountedRow {
                origin: place_of(row.partner, index),
                date: held(row),
                reason: Code::RequirementNotMet,
                missed: Vec::new(),
            })
            .collect(),
        settled: vec![settled],
        ..target(id, vec![window], &[])
    }
}

fn first_row(persons: bool) -> Row {
    Row {
        partner: 0,
        persons,
        value: 0,
        day: 0,
        counts: false,
    }
}

fn drawn_report(rows: &[Row]) -> Report {
    let agreement = drawn_agreement();
    let activities = rows.iter().enumerate().map(|(index, row)| Activity {
        origin: place_of(row.partner, index),
        date: DateSpan::day(day("2023-01-01") + Days::new(row.day)),
        ..activity(
            if row.persons { "persons" } else { "visit" },
            &format!("innehåll-{index}"),
            "",
            row.value,
        )
    });
    let account = |index: usize| WorkbookAccount {
        workbook: place_of(index, 0).workbook.to_string(),
        sha256: format!("hash-{}", PARTNERS[index]),
        partner: Some(PARTNERS[index].to_owned()),
        sheets: vec![SheetAccount {
            sheet: place_of(index, 0).sheet.to_string(),
            ..SheetAccount::default()
        }],
    };
    let gathered = Gathered {
        activities: activities.collect(),
        accounts: (0..PARTNERS.len()).map(account).collect(),
        coverage: vec![Coverage::default(); PARTNERS.len()],
        ..Gathered::default()
    };
    let claim = |index: usize| Claimed {
        status: format!("Anna på {} ringer", PARTNERS[index]),
        as_of: None,
        comment: Some(format!("Bertil på {} svarar", PARTNERS[index])),
        stale: false,
        origin: Origin {
            cell: format!("{}900", PARTNERS[index].to_uppercase()),
            ..place_of(index, 0)
        },
    };
    let assessment = |index: usize| Assessment {
        pledge: format!("om-{}", PARTNERS[index]),
        claimed: Some(claim(index)),
        ..pledge(vec![
            drawn_target("1", index, rows, false),
            drawn_target("2", index, rows, true),
        ])
    };
    // What the last version knew of each row was one more, so that each has changed afterwards.
    let remembered = gathered.activities.iter().map(|now| RecordedActivity {
        activity: now.activity.clone(),
        origin: now.origin.clone(),
        date: now.date,
        value: now.value.plus(Quantity::whole(1)),
        content: now.content.clone(),
        passed_over: false,
    });
    let previous = PreviousVersion {
        activities: remembered.collect(),
        ..previous()
    };
    let left = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.counts && !row.persons);
    let findings = left.map(|(index, row)| {
        let kind = FindingKind::RequirementNotMet {
            headings: "Partner".to_owned(),
            date: DateSpan::day(day("2023-08-01")),
        };
        Finding::new(kind, &place_of(row.partner, index))
    });
    compose(Parts {
        agreement: &agreement,
        gathered: &gathered,
        assessments: (0..PARTNERS.len()).map(assessment).collect(),
        before: &[],
        latest: None,
        findings: findings.chain(drawn_findings()).collect(),
        period: &"2023-09".parse().unwrap(),
        as_of: day("2023-10-05"),
        history: &History {
            previous: Some(previous),
            ..History::default()
        },
        version: 1,
    })
}

/// For each partner: a workbook that could not be opened, one that is a copy of the next partner's, a row like one of the
/// next partner's, and a source without a workbook.
fn drawn_findings() -> Vec<Finding> {
    let of = |index: usize| {
        let (own, other) = (
            place_of(index, 0),
            place_of((index + 1) % PARTNERS.len(), 1),
        );
        let workbook = Place::workbook(&own.workbook);
        let unreadable = FindingKind::UnreadableWorkbook {
            what: UnreadableReason::Damaged,
            why: "invalid Zip archive".to_owned(),
        };
        let copied = FindingKind::CopiedWorkbook {
            original: Some(other.workbook.to_string()),
        };
        let twice = FindingKind::ReportedByTwo {
            other: Some(OtherRow {
                partner: "Namnet på den andra".to_owned(),
                workbook: other.workbook.to_string(),
                sheet: other.sheet.to_string(),
                cell: other.cell,
            }),
            date: DateSpan::day(day("2023-08-01")),
            activity: ActivityId("kontroll".to_owned()),
        };
        let absent = FindingKind::NoWorkbook {
            pattern: format!("{}/bok*.xlsx", PARTNERS[index]),
            partner: PARTNERS[index].to_owned(),
        };
        [
            Finding::new(unreadable, workbook.clone()),
            Finding::new(copied, workbook),
            Finding::new(twice, &own),
            Finding::new(absent, Place::line(10 + index)),
        ]
    };
    (0..PARTNERS.len()).flat_map(of).collect()
}

fn serialised(report: &Report, audience: &Audience) -> String {
    serde_json::to_string(&edition(report, audience)).unwrap()
}

/// Whether a number stands in a text, not as a part of a longer one.
fn contains_number(text: &str, number: u64) -> bool {
    let number = number.to_string();
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    text.match_indices(&number).any(|(at, found)| {
        !is_digit(text[..at].chars().next_back())
            && !is_digit(text[at + found.len()..].chars().next())
    })
}

/// The marks of what only this partner, and those who see everything, may see.
fn marks(partner: &str) -> [String; 6] {
    [
        format!("{partner}/"),
        format!("{partner}-blad"),
        partner.to_uppercase(),
        format!("hash-{partner}"),
        format!("annat-{partner}"),
        format!("{partner}@example.se"),
    ]
}

#[test]
fn a_receipt_names_no_workbook_of_another() {
    let (report, found) = (drawn_report(&[]), drawn_findings());
    for (partner, account) in PARTNERS.iter().zip(&report.accounts) {
        let shown = findings_of_workbook(&report.agreement, &report.accounts, &found, account);
        assert_eq!(shown.len(), 3, "{shown:?}");
        let shown = serde_json::to_string(&shown).unwrap();
        for other in PARTNERS.iter().filter(|other| *other != partner) {
            assert!(
                marks(other).iter().all(|mark| !shown.contains(mark)),
                "{shown}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_partner_sees_nothing_of_another(rows in proptest::collection::vec(row(), 0..20), reader in 0..PARTNERS.len()) {
        let report = drawn_report(&rows);
        let seen = serialised(&report, &Audience::Partner(PARTNERS[reader].to_owned()));
        prop_assert!(seen.contains(&marks(PARTNERS[reader])[0]), "its own is there: {seen}");
        for other in PARTNERS.iter().filter(|other| **other != PARTNERS[reader]) {
            for mark in marks(other) {
                prop_assert!(!seen.contains(&mark), "«{mark}» in {seen}");
            }
            prop_assert!(!seen.contains(&format!("om-{other}")), "another's pledge in {seen}");
            prop_assert!(!seen.contains(&format!("på {other} ")), "another's claim in {seen}");
        }
    }

    #[test]
    fn the_web_sees_no_cell_no_workbook_and_nobodys_own_words(rows in proptest::collection::vec(row(), 0..20)) {
        let seen = serialised(&drawn_report(&rows), &Audience::Public);
        prop_assert!(seen.contains("om-alfa") && seen.contains("Namnet alfa"), "{seen}");
        for partner in PARTNERS {
            for mark in marks(partner) {
                prop_assert!(!seen.contains(&mark), "«{mark}» in {seen}");
            }
        }
        for private in ["Anna", "Bertil", "Skälet", "DEL7"] {
            prop_assert!(!seen.contains(private), "«{private}» in {seen}");
        }
    }

    #[test]
    fn nobody_sees_a_withheld_figure_or_its_rows(rows in proptest::collection::vec(row(), 0..20)) {
        let report = drawn_report(&rows);
        let persons = rows.iter().enumerate().filter(|(_, row)| row.persons);
        let sum: u64 = persons.clone().filter(|(_, row)| row.counts).map(|(_, row)| row.value).sum();
        let audiences = PARTNERS.map(|id| Audience::Partner(id.to_owned()));
        for audience in audiences.into_iter().chain([Audience::Full, Audience::Public]) {
            let seen = serialised(&report, &audience);
            for (index, row) in persons.clone().filter(|(_, row)| row.value < LIMIT) {
                let shown = rows.iter().any(|other| !other.persons && other.value == row.value);
                prop_assert!(shown || !contains_number(&seen, row.value), "{} in {seen}", row.value);
                let cell = format!("\"{}\"", place_of(row.partner, index).cell);
                // The first two rows are in rulings and findings of their own.
                prop_assert!(index < 2 || !row.counts || !seen.contains(&cell), "{cell} in {seen}");
            }
            if sum < LIMIT {
                let shown = rows.iter().any(|row| !row.persons && row.value == sum);
                prop_assert!(sum == 0 || shown || !contains_number(&seen, sum), "{sum} in {seen}");
                let pledges = serde_json::to_string(&edition(&report, &audience).pledges).unwrap();
                for (index, row) in persons.clone() {
                    let cell = format!("\"{}\"", place_of(row.partner, index).cell);
                    prop_assert!(!pledges.contains(&cell), "{cell} of a withheld figure in {pledges}");
                }
            }
        }
    }
}
