//! A report with everything in it, for tests: all statuses, intervals, parts, withheld figures, hostile texts. Invented.

#![allow(clippy::unwrap_used)]

mod parts;
mod pledges;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::activity::{SheetAccount, WorkbookAccount};
use crate::model::agreement::*;
use crate::model::assessment::*;
use crate::model::edition::Edition;
use crate::model::finding::{Finding, FindingKind, Place, UnreadableReason};
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::*;
use crate::model::span::{DateSpan, Period};

use parts::origin;
pub(crate) use parts::window;
use pledges::pledges;

/// Text that no output may take for anything but text.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script> {{x}} =1+1 \"&' vänd\u{202E}txt";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: &str, to: &str) -> DateSpan {
    DateSpan::new(day(from), day(to))
}

fn areas() -> Vec<Area> {
    [
        (
            "narvaro",
            "Polisiär närvaro, tillgänglighet och trafiksäkerhet",
        ),
        ("droger", "Drogförebyggande"),
        ("mangdbrott", "Mängdbrott"),
        ("vinr", "Våld i nära relation"),
    ]
    .map(|(id, name)| Area {
        id: id.to_owned(),
        name: name.to_owned(),
    })
    .into()
}

fn partner(id: &str, name: &str) -> Partner {
    Partner {
        id: id.to_owned(),
        name: name.to_owned(),
        also: Vec::new(),
        address: None,
    }
}

fn source(partner: &str, files: &str) -> Source {
    Source {
        partner: partner.to_owned(),
        files: files.to_owned(),
        pattern: files.to_owned(),
        expected: Some(Frequency::Monthly),
        due: None,
        ignored: Vec::new(),
        sheets: Vec::new(),
        line: 1,
    }
}

fn word(one: &str, many: &str, persons: bool) -> ActivityKind {
    ActivityKind {
        one: Some(one.to_owned()),
        many: Some(many.to_owned()),
        means: Some(format!("En {one} som är genomförd.")),
        persons,
        ..ActivityKind::default()
    }
}

/// The agreement's words for its activities.
pub(crate) fn activities() -> BTreeMap<String, ActivityKind> {
    [
        ("kontakt", "kontakt", "kontakter", false),
        ("insats", "insats", "insatser", false),
        ("samtal", "orossamtal", "orossamtal", true),
    ]
    .map(|(id, one, many, persons)| (id.to_owned(), word(one, many, persons)))
    .into()
}

fn findings() -> Vec<Finding> {
    let cell = |workbook: &str, sheet: &str, cell: &str| Place {
        cell: Some(cell.to_owned()),
        ..Place::sheet(workbook, sheet)
    };
    vec![
        Finding::new(
            FindingKind::UnreadableWorkbook {
                what: UnreadableReason::Damaged,
                why: "invalid Zip archive".to_owned(),
            },
            Place::workbook("kommunen/Trasig.xlsx"),
        ),
        Finding::new(
            FindingKind::RequirementNotMet {
                headings: "Partner".to_owned(),
                date: DateSpan::day(day("2022-10-14")),
            },
            cell("polisen/Narkotika.xlsx", "Riktade insatser", "A7"),
        ),
        Finding::new(
            FindingKind::UnreadableNumber {
                text: Some(HOSTILE.to_owned()),
            },
            cell("polisen/Medborgarkontakter 2023.xlsx", "Kv1", "E9"),
        ),
        Finding::new(
            FindingKind::ApproximateNumber {
                text: Some("90-98".to_owned()),
                value: Some(Quantity::between(Amount::whole(90), Amount::whole(98))),
            },
            cell("polisen/Medborgarkontakter 2023.xlsx", "Kv1", "E5"),
        ),
    ]
}

/// Every pledge has stood as it stands for three months, and has come further in each.
fn course(assessments: &[Assessment]) -> Vec<Course> {
    let figures = |assessment: &Assessment, passed: u64| {
        let targets = assessment.targets.iter().filter(|target| !target.persons);
        let figure = |target: &TargetAssessment| {
            let window = target
                .windows
                .iter()
                .find(|window| window.span.contains(day("2023-09-30")))?;
            Some(Figure {
                target: target.id.clone(),
                window: window.span,
                outcome: window.outcome?.part(passed, 9),
                out_of: window.out_of,
                required: window.required?,
                pace: window.pace.map(|pace| pace.part(passed, 9)),
            })
        };
        targets.filter_map(figure).collect()
    };
    let moment = |assessment: &Assessment, month: u32| CourseMonth {
        month: DateSpan::month(2023, month).unwrap(),
        status: if month == 7 {
            Status::NotReported
        } else {
            assessment.status
        },
        figures: figures(assessment, month.into()),
    };
    let course = |assessment: &Assessment| Course {
        pledge: assessment.pledge.clone(),
        moments: (7..=9).map(|month| moment(assessment, month)).collect(),
    };
    assessments.iter().map(course).collect()
}

/// The report.
pub(crate) fn report() -> Report {
    let added = pledges();
    let month = |month| DateSpan::month(2023, month).unwrap();
    let row = |month, received| Reporting {
        partner: "polisen".to_owned(),
        source: "polisen/Medborgarkontakter*.xlsx".to_owned(),
        month,
        received,
    };
    let account = |workbook: &str, partner: Option<&str>| WorkbookAccount {
        workbook: workbook.to_owned(),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        partner: partner.map(str::to_owned),
        sheets: vec![SheetAccount {
            sheet: "Kv1".to_owned(),
            rows_read: 14,
            rows_used: 12,
            skipped: 1,
            rejected: 1,
            activities: 12,
        }],
    };
    Report {
        agreement: Agreement {
            sha256: "ab12".repeat(16),
            title: "Medborgarlöfte Kalix 2022–2023".to_owned(),
            municipality: "Kalix kommun".to_owned(),
            police_area: "Lokalpolisområde Östra Norrbotten".to_owned(),
            background: Some("Uppgifterna är påhittade och visar hur en uppföljning ser ut.\n\nMedborgarna ska kunna vara delaktiga i processer där dialog är en viktig del.".to_owned()),
            success: Some("De angivna aktiviteterna ska bidra till bättre folkhälsa, verka brottsförebyggande och ha trygghetsskapande effekter.".to_owned()),
            reporting: Some("Till chefen för lokalpolisområdet samt kommunalrådet, via ordföranden i lokala Brå.".to_owned()),
            areas: areas(),
            partners: vec![partner("polisen", "Polisen"), partner("kommunen", "Kalix kommun")],
            activities: activities(),
            pledges: added.pledges,
            sources: vec![source("polisen", "polisen/Medborgarkontakter*.xlsx")],
            delivery: DeliveryRules { diary_number: Some("KS 2023/117".to_owned()), ..DeliveryRules::default() },
            recipients: vec![recipient(Audience::Full)],
            indicators: vec![Indicator {
                id: "otrygghet".to_owned(),
                area: Some("narvaro".to_owned()),
                name: "Känner sig otrygg utomhus kvällstid".to_owned(),
                source: Some("Polisens trygghetsmätning".to_owned()),
                scale: Some("0–6".to_owned()),
                good: Some(Direction::Low),
                baseline: None,
                values: vec![IndicatorValue { date: day("2021-11-01"), until: None, value: Amount::hundredths(190) }],
            }],
            rulings: vec![Ruling { workbook: "polisen/Narkotika.xlsx".to_owned(), sheet: "Riktade insatser".to_owned(), cell: "A5".to_owned(), counts: false, why: "Saknar samverkanspart.".to_owned(), by: "Lokala Brå".to_owned(), date: day("2023-10-03") }],
            summaries: vec![LanguageSummary { language: "fi".to_owned(), text: "Kaksi lupausta ei ole toteutunut.".to_owned() }],
            last_term: Some(LastTerm {
                title: format!("Medborgarlöfte före, {HOSTILE}"),
                as_of: day("2022-01-10"),
                verdicts: [("trafikinsatser".to_owned(), Status::Partial)].into(),
            }),
            ..Agreement::of_term(span("2022-01-01", "2023-12-31"))
        },
        period: Period::month(2023, 9).unwrap(),
        as_of: day("2023-10-05"),
        version: 1,
        previous: Some(("2023-08".to_owned(), 2, "cd34".repeat(16))),
        course: course(&added.assessments),
        assessments: added.assessments,
        findings: findings(),
        accounts: vec![account("polisen/Medborgarkontakter 2023.xlsx", Some("polisen")), account("polisen/Narkotika.xlsx", Some("polisen")), account("kommunen/Trasig.xlsx", Some("kommunen")), account("Övrigt.xlsx", None)],
        reporting: vec![row(month(7), true), row(month(8), false), row(month(9), false)],
        since_last: vec![
            StatusChange { pledge: "medborgarkontakter".to_owned(), was: Some(Status::OnTrack), now: Status::Behind, turned: None },
            StatusChange { pledge: "andel".to_owned(), was: None, now: Status::OnTrack, turned: None },
        ],
        retroactive: vec![RetroactiveChange { what: ChangeKind::Changed, origin: origin("polisen/Medborgarkontakter 2023.xlsx", "Kv1", "E7"), before: Some(Quantity::whole(4)), after: Some(Quantity::whole(6)), counts: None }].into(),
        remembered: Default::default(),
        shown: Vec::new(),
        rulings: Vec::new(),
        uncounted: Default::default(),
        audit: None,
    }
}

/// The edition of a report that an audience gets.
pub(crate) fn edition(report: &Report, audience: &Audience) -> Edition {
    crate::compose::edition(report, audience)
}

/// Somebody who gets an edition.
pub(crate) fn recipient(audience: Audience) -> Recipient {
    Recipient {
        name: "Ordförande, lokala Brå".to_owned(),
        role: Role::Chair,
        address: "bra@example.se".to_owned(),
        audience,
        attach: vec!["report.html".to_owned(), "summary.xlsx".to_owned()],
        partner: None,
    }
}
