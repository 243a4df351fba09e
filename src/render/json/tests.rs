#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use super::*;
use chrono::NaiveDate;

use crate::model::activity::{Origin, SheetAccount, WorkbookAccount};
use crate::model::agreement::{Agreement, Audience, Pledge};
use crate::model::assessment::{
    Assessment, Claimed, CountedRow, RowFacts, TargetAssessment, WindowAssessment,
};
use crate::model::finding::{CountedQuantity, FigureChange, Finding, FindingKind, Phrase, Place};
use crate::model::quantity::{Amount, Quantity};
use crate::model::report::Report;
use crate::model::span::DateSpan;
use crate::model::target::Bound;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn year() -> DateSpan {
    DateSpan::year(2023).unwrap()
}

fn origin() -> Origin {
    Origin {
        workbook: "kommunen/a.xlsx".into(),
        sheet: "Blad1".into(),
        cell: "E5".to_owned(),
    }
}

fn window(outcome: Option<Quantity>, withheld: bool) -> WindowAssessment {
    WindowAssessment {
        span: year(),
        name: None,
        closed: false,
        unit: Some("visit".to_owned()),
        bound: Some(Bound::Least),
        required: Some(Amount::hundredths(1_250)),
        pace: None,
        outcome,
        out_of: None,
        withheld,
        status: Status::OnTrack,
        reckoning: Phrase::new("reckoning-withheld").with("limit", 5_u64),
        remaining: None,
        parts: Vec::new(),
        even: None,
        urgent: false,
        missing_months: Vec::new(),
        basis: None,
    }
}

fn target(
    id: &str,
    persons: bool,
    responsible: &str,
    windows: Vec<WindowAssessment>,
) -> TargetAssessment {
    TargetAssessment {
        effort: false,
        id: id.to_owned(),
        kind: "count",
        responsible: vec![responsible.to_owned()],
        status: Status::OnTrack,
        phrase: Phrase::new("period-term"),
        interpretation: Some("Per kalenderår".to_owned()),
        of: vec!["visit".to_owned()],
        only: Vec::new(),
        rules: Vec::new(),
        persons,
        in_period: None,
        amended: Vec::new(),
        windows,
        counted: [CountedRow {
            origin: origin(),
            date: year(),
            value: Quantity::ONE,
            rows: 1,
            facts: RowFacts::default(),
        }]
        .into(),
        whole: [].into(),
        not_counted: Default::default(),
        settled: Vec::new(),
    }
}

fn report() -> Report {
    let exact = Some(Quantity::whole(20));
    let targets = vec![
        target("1", false, "kommunen", vec![window(exact, false)]),
        target("2", true, "polisen", vec![window(exact, false)]),
        target("3", true, "polisen", vec![window(None, true)]),
    ];
    let claimed = Claimed {
        status: "Klar".to_owned(),
        as_of: DateSpan::month(2023, 9),
        comment: None,
        stale: false,
        origin: origin(),
    };
    let pledge = Pledge {
        any_target: false,
        partial: false,
        id: "a".to_owned(),
        name: None,
        area: None,
        text: "Vi lovar".to_owned(),
        responsible: vec!["polisen".to_owned()],
        statement: None,
        stale_after: None,
        targets: Vec::new(),
        notes: Vec::new(),
        interpretation: None,
        line: 1,
    };
    let agreement = Agreement {
        sha256: "aa".to_owned(),
        title: "Medborgarlöfte".to_owned(),
        municipality: "Kalix kommun".to_owned(),
        police_area: "Östra Norrbotten".to_owned(),
        pledges: vec![pledge],
        ..Agreement::of_term(year())
    };
    Report {
        agreement,
        period: "2023-09".parse().unwrap(),
        as_of: day("2023-10-05"),
        version: 3,
        previous: Some(("2023-06".to_owned(), 2, "bb".to_owned())),
        course: Vec::new(),
        assessments: vec![Assessment {
            pledge: "a".to_owned(),
            status: Status::OnTrack,
            targets,
            claimed: Some(claimed),
            earlier_failures: Vec::new(),
        }],
        findings: vec![
            Finding::new(
                FindingKind::MissingMonth {
                    partner: "Polisen".to_owned(),
                    files: "polisen/*.xlsx".to_owned(),
                    month: DateSpan::month(2023, 8).unwrap(),
                },
                Place::line(4),
            ),
            Finding::new(
                FindingKind::ChangedFigure {
                    what: FigureChange::Changed,
                    before: Some(CountedQuantity {
                        value: Quantity::ONE,
                        activity: "kontroll".to_owned(),
                    }),
                    after: None,
                },
                &origin(),
            ),
        ],
        accounts: vec![WorkbookAccount {
            workbook: "kommunen/a.xlsx".to_owned(),
            sha256: "cc".to_owned(),
            partner: Some("kommunen".to_owned()),
            sheets: vec![SheetAccount::default()],
        }],
        reporting: Vec::new(),
        since_last: Vec::new(),
        retroactive: Default::default(),
        shown: Vec::new(),
        rulings: Vec::new(),
        uncounted: Default::default(),
        audit: None,
        remembered: [RecordedActivity {
            activity: "visit".into(),
            origin: origin(),
            date: year(),
            value: Quantity::between(Amount::hundredths(150), Amount::whole(3)),
            content: "h".to_owned(),
            passed_over: false,
        }]
        .into(),
    }
}

fn bytes(audience: &Audience) -> Vec<u8> {
    let wording = Wording::new("sv", &BTreeMap::new()).unwrap();
    let mut bytes = Vec::new();
    write(
        &crate::compose::edition(&report(), audience),
        &wording,
        &mut bytes,
    )
    .unwrap();
    bytes
}

fn written(audience: &Audience) -> serde_json::Value {
    serde_json::from_slice(&bytes(audience)).unwrap()
}

#[test]
fn what_is_written_is_read_back() {
    let bytes = bytes(&Audience::Full);
    assert!(bytes.ends_with(b"}\n"));
    let previous = read_back(&*bytes, "dd").unwrap();
    assert_eq!(
        (previous.period.as_str(), previous.end, previous.version),
        ("2023-09", day("2023-09-30"), 3)
    );
    assert_eq!(previous.sha256, "dd");
    assert_eq!(previous.statuses, [("a".to_owned(), Status::OnTrack)]);
    assert_eq!(previous.activities, *report().remembered);
    // Only figures about persons, and only those that were shown.
    assert_eq!(
        previous.shown,
        [ShownFigure {
            pledge: "a".to_owned(),
            target: "2".to_owned(),
            window: year(),
            outcome: Quantity::whole(20)
        }]
    );
}

#[test]
fn the_keys_are_the_designs() {
    let json = written(&Audience::Full);
    assert_eq!(
        json["inputs"],
        serde_json::json!({"agreement": "aa", "previous": {"period": "2023-06", "version": 2, "sha256": "bb"}})
    );
    assert_eq!(json["pledges"][0]["claimed"]["as_of"], "2023-09-30");
    let window = &json["pledges"][0]["targets"][0]["windows"][0];
    assert_eq!(
        window["outcome"],
        serde_json::json!({"low": 20, "high": 20})
    );
    assert_eq!(
        (&window["required"], &window["bound"]),
        (&serde_json::json!(12.5), &serde_json::json!("least"))
    );
    assert_eq!(
        json["pledges"][0]["targets"][2]["windows"][0]["outcome"],
        serde_json::Value::Null
    );
    assert_eq!(json["pledges"][0]["targets"][0].get("persons"), None);
    assert_eq!(json["pledges"][0]["targets"][1]["persons"], true);
    assert_eq!(json["findings"][1]["cell"], "E5");
    assert_eq!(json["findings"][1]["line"], serde_json::Value::Null);
    assert_eq!(
        json["interpretations"][0],
        serde_json::json!({"pledge": "a", "target": "1", "text": "Per kalenderår"})
    );
}

#[test]
fn editions_leave_out() {
    let count = |json: &serde_json::Value, key: &str| json[key].as_array().unwrap().len();
    let public = written(&Audience::Public);
    for key in [
        "findings",
        "accounts",
        "activities",
        "reporting",
        "retroactive",
    ] {
        assert_eq!(count(&public, key), 0, "{key}");
    }
    assert!(
        !public.to_string().contains("E5"),
        "a cell in the public edition"
    );
    let partner = written(&Audience::Partner("kommunen".to_owned()));
    assert_eq!(
        (
            count(&partner, "findings"),
            count(&partner, "accounts"),
            count(&partner, "activities")
        ),
        (1, 1, 0)
    );
    assert_eq!(
        partner["pledges"][0]["targets"].as_array().unwrap().len(),
        1
    );
    let stranger = written(&Audience::Partner("skolan".to_owned()));
    assert_eq!(
        (count(&stranger, "pledges"), count(&stranger, "findings")),
        (0, 0)
    );
}

#[test]
fn another_file_is_told() {
    let public = bytes(&Audience::Public);
    assert!(read_back(&*public, "").unwrap_err().contains("public"));
    assert!(read_back(&b"{}"[..], "").is_err());
    let full = String::from_utf8(bytes(&Audience::Full)).unwrap();
    let later = full.replacen("\"schema\": 1", "\"schema\": 3", 1);
    assert!(
        read_back(later.as_bytes(), "")
            .unwrap_err()
            .contains("number 3")
    );
}
