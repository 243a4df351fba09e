#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod faults;

use super::agreement::needed_columns;
use super::declare::Keys;
use super::keys::{ActivityKeys, AgreementKeys, DeliveryKeys, MailKeys, TargetKeys};
use super::shape::{Fallback, Section, Shape};
use super::{load, settings};
use crate::model::agreement::{Agreement, Audience, Frequency, Gives, Layout, Length, Test};
use crate::model::finding::{Arg, Code, Finding};
use crate::model::target::{AverageUnit, Bound, PartSet, SubPeriod, TargetKind, WindowRule};

const KALIX: &str = include_str!("../../inputs/kalix/agreement.toml");
const EVERY_KEY: &str = include_str!("tests/every_key.toml");

fn nothing_included(_: &str) -> Option<String> {
    None
}

fn findings(text: &str) -> Vec<Finding> {
    load("test", text, &nothing_included).findings
}

fn loaded(text: &str) -> Agreement {
    let checked = load("test", text, &nothing_included);
    assert_eq!(checked.findings, []);
    checked.value.expect("an agreement without findings")
}

/// (code, line, the argument that says which or why)
fn summary(findings: &[Finding]) -> Vec<(&'static str, usize, String)> {
    let said = |finding: &Finding| {
        let name = match finding.code() {
            Code::AgreementImpossibleTarget => "why",
            Code::AgreementMissingKey => "key",
            Code::AgreementWrongType => "expected",
            Code::AgreementInvalidValue => "expects",
            Code::AgreementDuplicateId => "id",
            _ => "nearest",
        };
        match finding.args().get(name) {
            Some(Arg::Text(text)) => text.clone(),
            _ => String::new(),
        }
    };
    findings
        .iter()
        .map(|finding| {
            (
                finding.code().name(),
                finding.place.line.unwrap_or(0),
                said(finding),
            )
        })
        .collect()
}

#[test]
fn kalix_loads_without_a_finding() {
    let kalix = loaded(KALIX);
    let ids: Vec<&str> = kalix
        .pledges
        .iter()
        .map(|pledge| pledge.id.as_str())
        .collect();
    assert_eq!(ids.len(), 19);
    let contacts = &kalix.pledges[0].targets[0];
    assert!(
        matches!(&contacts.kind, TargetKind::Average { per: AverageUnit::Week, threshold } if threshold.bound == Bound::Least)
    );
    assert_eq!(
        (
            contacts.of[0].as_str(),
            &contacts.over,
            contacts.id.as_str()
        ),
        ("medborgarkontakt", &WindowRule::Year, "1")
    );
    assert_eq!(contacts.responsible, ["polisen"]);
    assert!(kalix.about_persons("orossamtal-kallat") && !kalix.about_persons("handlarmote"));
    let areas: Vec<&str> = kalix.areas.iter().map(|area| area.id.as_str()).collect();
    assert_eq!(
        areas,
        ["narvaro", "droger", "mangdbrott", "vald", "genomforande"],
        "in the order of the file"
    );
}

#[test]
fn every_key_is_read() {
    let shared = |path: &str| {
        assert_eq!(path, "../gemensamt.toml");
        Some(
            "[areas.forst]\nname = \"Först\"\n[[pledge]]\nid = \"gemensamt\"\ntext = \"Delat\"\n"
                .to_owned(),
        )
    };
    let checked = load("byas", EVERY_KEY, &shared);
    // The fixture's targets about persons ask for fewer than may be told.
    let faults = checked.findings.iter();
    let mut faults = faults.filter(|finding| finding.code() != Code::FewPersons);
    assert_eq!(faults.next(), None);
    let agreement = checked.value.expect("an agreement");
    assert_eq!(
        (
            agreement.id.as_str(),
            agreement.language.as_str(),
            agreement.small_numbers
        ),
        ("byas", "en", 3)
    );
    assert_eq!(agreement.term.days(), 731);
    let areas: Vec<&str> = agreement
        .areas
        .iter()
        .map(|area| area.id.as_str())
        .collect();
    assert_eq!(
        areas,
        ["forst", "trygghet", "alfa"],
        "included first, then in the order of the file"
    );
    assert_eq!(agreement.pledges[0].id, "gemensamt");
    let pledge = &agreement.pledges[1];
    assert_eq!(
        (pledge.stale_after, pledge.line),
        (Some(Length::Months(6)), 41)
    );
    assert_eq!(pledge.notes[0].next.as_deref(), Some("Nya"));

    let kinds: Vec<&str> = pledge
        .targets
        .iter()
        .map(|target| target.kind.name())
        .collect();
    let expected = "count average each each each share cadence request milestone baseline baseline deferred shown indicator together response-time indicator state count";
    assert_eq!(kinds.join(" "), expected);
    let first = &pledge.targets[0];
    assert_eq!(
        (first.id.as_str(), first.responsible.join(" ")),
        ("eget", "kommunen".to_owned())
    );
    assert_eq!(first.over, WindowRule::Calendar("terminer".to_owned()));
    assert_eq!(
        first.valid.map(|span| span.to),
        Some(agreement.term.to),
        "an open side is the term's"
    );
    let tests: Vec<&Test> = first
        .only
        .iter()
        .chain(&first.require)
        .map(|condition| &condition.test)
        .collect();
    assert!(matches!(tests[0], Test::InPlaces(list) if list == "byar"));
    assert!(matches!(tests[1], Test::OnWeekday(days) if days.len() == 2));
    assert!(matches!(tests[2], Test::Between(from, until) if from > until));
    assert!(matches!(tests[3], Test::InCalendar(_)));
    assert!(matches!(tests[4], Test::AnyOf(words) if words == &["x"]));
    assert!(matches!(tests[5], Test::AllOf(_)));
    assert!(matches!(tests[6..8], [Test::AtLeast(_), Test::AtMost(_)]));
    assert!(matches!(tests[8..], [Test::Marked(false), Test::AnyOf(_)]));
    assert!(matches!(
        pledge.targets[1].kind,
        TargetKind::Average {
            per: AverageUnit::IsoWeek,
            ..
        }
    ));
    assert!(matches!(
        pledge.targets[2].kind,
        TargetKind::EachPeriod {
            every: SubPeriod::Month,
            ..
        }
    ));
    assert!(
        matches!(&pledge.targets[3].kind.parts()[0].among, PartSet::Places(list) if list == "byar")
    );
    assert!(matches!(
        pledge.targets[7].kind,
        TargetKind::Request {
            within: Some(Length::Days(14)),
            share: None
        }
    ));
    assert!(matches!(
        pledge.targets[9].kind,
        TargetKind::Baseline {
            direction: Bound::Least,
            measured: Some(_),
            ..
        }
    ));
    assert_eq!(pledge.targets[13].id, "14");
    assert!(matches!(
        &pledge.targets[14].kind,
        TargetKind::Together { parts, same, .. } if parts.len() == 2 && same == "day"
    ));

    let sheets = &agreement.sources[0].sheets;
    assert_eq!(
        (sheets[0].expected, agreement.sources[0].due),
        (Some(Frequency::Weekly), Some(5))
    );
    assert_eq!(sheets[0].partner_columns["kommunen"].len(), 2);
    assert_eq!(sheets[0].columns["place"].under.as_deref(), Some("Centrum"));
    assert!(
        matches!(&sheets[2].gives, Gives::Counts(counts) if counts[0].0 == "b"),
        "in the agreement's order"
    );
    assert!(sheets[2].partner_columns.contains_key("polisen"));
    assert!(agreement.places["butiker"].is_empty() && agreement.places["byar"].len() == 2);
    assert_eq!(
        agreement.recipients[1].audience,
        Audience::Partner("polisen".to_owned())
    );
    assert_eq!(agreement.recipients[2].audience, Audience::Public);
    assert_eq!(agreement.rulings[0].cell, "A5");
}

/// The fixture writes every declared key, so that the test above sees each of them accepted.
#[test]
fn the_fixture_has_every_declared_key() {
    let sections = AgreementKeys::SECTION.with_inner();
    assert!(sections.len() > 20, "{}", sections.len());
    for key in sections.iter().flat_map(|section| section.own) {
        let name = key.name;
        let ways = [format!("{name} ="), format!("[{name}"), format!(".{name}]")];
        assert!(ways.iter().any(|way| EVERY_KEY.contains(way)), "{name}");
    }
}

/// The columns that a sheet needs are declared fields.
#[test]
fn needed_columns_are_declared() {
    use crate::load::types::Fields;
    let gives = [
        Gives::Statements,
        Gives::Indicator(String::new()),
        Gives::Answers(String::new()),
    ];
    let layouts = [
        Layout::Log,
        Layout::Statements,
        Layout::Milestones,
        Layout::Register,
    ];
    for layout in layouts {
        for gives in &gives {
            let needed = needed_columns(layout, gives);
            assert!(!needed.is_empty(), "{layout:?}");
            for field in needed.iter().copied().flatten() {
                assert!(Fields::SECTION.has(field), "{field}");
            }
        }
    }
}

/// What can be written for a key and holds without it: as TOML, by what the documentation says.
fn written_fallbacks(section: &Section) -> Vec<(&'static str, String)> {
    let written = section.own.iter().filter_map(|key| {
        let Fallback::Words(words) = key.fallback else {
            return None;
        };
        match key.shape {
            Shape::OneOf(all) if all.contains(&words) => Some((key.name, format!("\"{words}\""))),
            Shape::Truth | Shape::Whole(..) | Shape::List(_)
                if words.parse::<toml::Value>().is_ok() =>
            {
                Some((key.name, words.to_owned()))
            }
            _ => None,
        }
    });
    written.collect()
}

#[test]
fn what_the_documentation_says_holds_without_a_key_does() {
    let model = |head: &str, tail: &str| {
        let mut agreement = loaded(&format!("{head}\n{}{tail}\n", faults::SOUND));
        agreement.sha256.clear();
        format!("{agreement:?}")
    };
    let mut seen = Vec::new();
    for (section, table) in [
        (ActivityKeys::SECTION, "[activities.kontroll]"),
        (DeliveryKeys::SECTION, "[delivery]"),
        (TargetKeys::SECTION, ""),
        (AgreementKeys::SECTION, "head"),
    ] {
        for (key, value) in written_fallbacks(&section) {
            let line = format!("{key} = {value}");
            let (with, without) = match table {
                "head" => (model(&line, ""), model("", "")),
                _ => (
                    model("", &format!("{table}\n{line}")),
                    model("", &format!("{table}\n")),
                ),
            };
            assert_eq!(with, without, "{line}");
            seen.push(key);
        }
    }
    assert_eq!(
        seen,
        [
            "persons",
            "unit",
            "release",
            "kind",
            "effort",
            "partial",
            "language",
            "small_numbers"
        ]
    );

    let mail = "[mail]\nfrom = \"a@example.se\"\nserver = \"post.example.se\"\n";
    let fallbacks = written_fallbacks(&MailKeys::SECTION);
    for (key, value) in &fallbacks {
        let with = settings::settings(&format!("{mail}{key} = {value}\n")).value;
        assert!(
            with.is_some() && with == settings::settings(mail).value,
            "{key}"
        );
    }
    let keys: Vec<&str> = fallbacks.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, ["security", "patience", "pauses"]);
}
