#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::sample;
use super::*;
use crate::model::agreement::Audience;
use crate::model::report::Report;

fn full(report: &Report) -> Edition {
    sample::edition(report, &Audience::Full)
}

fn wording() -> Wording {
    Wording::new("sv", &sample::activities()).unwrap()
}

fn own(text: &str) -> Result<(), Error> {
    check(
        &wording(),
        &Templates::new(BTreeMap::from([(TEMPLATE.to_owned(), text.to_owned())])).unwrap(),
    )
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let made = || render(&full(&sample::report()), &wording(), &Templates::default()).unwrap();
    let first = made();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(made(), first);
}

#[test]
fn the_template_asks_for_nothing_that_a_report_may_lack() {
    own(Templates::default().text(TEMPLATE)).unwrap();
}

#[test]
fn a_template_that_cannot_be_filled_is_told_with_its_line() {
    let begin = "#set document(title: \"x\", date: datetime(year: 2023, month: 1, day: 1))\n#let report = json(\"report.json\")\n";
    own(&format!("{begin}#report.title")).unwrap();
    for (text, printed) in [
        (
            "#report.titel",
            "line 3: dictionary does not contain key \"titel\"; did you mean title?",
        ),
        ("#for it in report.unreported [#it.x]", "line 3: "),
        ("#let x = (", "line 3: unclosed delimiter"),
        ("\n#unknown()", "line 4: unknown variable: unknown"),
        (
            "#read(\"/etc/passwd\")",
            "line 3: failed to load file (access denied)",
        ),
        ("#import \"@preview/cetz:0.3.0\"", "line 3: "),
        (
            "#if report.withheld != \"\" [#report.withheldd]",
            "line 3: dictionary does not contain key \"withheldd\"",
        ),
        (
            "#if report.unreported.len() == 0 [#report.unreportedd]",
            "line 3: dictionary does not contain key \"unreportedd\"",
        ),
    ] {
        match own(&format!("{begin}{text}")) {
            Err(Error::Template { file, fault }) => {
                assert_eq!(file, TEMPLATE);
                assert!(
                    fault.starts_with(printed) && !fault.contains('\n'),
                    "{text}: {fault}"
                );
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_summary_in_any_language_can_be_set() {
    let mut report = sample::report();
    for language in ["fi", "fit", "se-FI", "", "x-klingon", "yi", "🙂"] {
        let summary = &mut report.agreement.summaries;
        summary.push(crate::model::agreement::LanguageSummary {
            language: language.to_owned(),
            text: "ייִדיש 14".to_owned(),
        });
    }
    render(&full(&report), &wording(), &Templates::default()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    /// PDF/A refuses a file in which a character has no glyph: what partners write must never come to that.
    #[test]
    fn any_text_can_be_set(title in "\\PC{0,60}", text in any::<String>(), word in "[\u{0}-\u{2FFF}]{0,80}") {
        let mut report = sample::report();
        report.agreement.pledges.truncate(1);
        report.agreement.title = title;
        report.agreement.pledges[0].text = text;
        report.agreement.partners[0].name = word;
        let made = render(&full(&report), &wording(), &Templates::default());
        prop_assert!(made.is_ok(), "{:?}", made.err());
    }
}
