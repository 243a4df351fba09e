//! Findings as they cross the pipe from the process that reads one workbook: in follow-up.json they are told, here they must
//! come back as they were.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::assessment::Status;
use crate::model::finding::{Arg, Code, Finding, Place};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;

/// A finding on the pipe.
#[derive(Serialize, Deserialize)]
struct Form {
    code: String,
    workbook: Option<String>,
    sheet: Option<String>,
    cell: Option<String>,
    line: Option<usize>,
    args: BTreeMap<String, Tagged>,
}

#[derive(Serialize, Deserialize)]
struct Tagged(#[serde(with = "ArgForm")] Arg);

/// [`Arg`] with its type written beside it.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Arg")]
enum ArgForm {
    Count(u64),
    Amount(Amount),
    Quantity(Quantity),
    Day(NaiveDate),
    Span(DateSpan),
    Text(String),
    Counted(Quantity, String),
    Activity(String),
    Tenths(Quantity),
    Percent(Quantity),
    Status(Status),
}

impl From<&Finding> for Form {
    fn from(finding: &Finding) -> Form {
        let Place {
            workbook,
            sheet,
            cell,
            line,
        } = finding.place.clone();
        let args = finding
            .args
            .iter()
            .map(|(name, arg)| ((*name).to_owned(), Tagged(arg.clone())))
            .collect();
        Form {
            code: finding.code.name().to_owned(),
            workbook,
            sheet,
            cell,
            line,
            args,
        }
    }
}

impl TryFrom<Form> for Finding {
    type Error = &'static str;

    fn try_from(form: Form) -> Result<Finding, &'static str> {
        let Form {
            code,
            workbook,
            sheet,
            cell,
            line,
            args,
        } = form;
        let code = Code::ALL
            .iter()
            .find(|known| known.name() == code)
            .ok_or("no such finding")?;
        let mut finding = Finding::new(
            *code,
            Place {
                workbook,
                sheet,
                cell,
                line,
            },
        );
        for (name, Tagged(arg)) in args {
            finding
                .args
                .insert(kept(&name).ok_or("too many names")?, arg);
        }
        Ok(finding)
    }
}

/// More names than this are no names of arguments: the program has a few dozen.
const MOST_NAMES: usize = 500;

/// The name for as long as the program runs: names of arguments are written in the program, and few.
fn kept(name: &str) -> Option<&'static str> {
    static NAMES: LazyLock<Mutex<BTreeSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut names = NAMES.lock().ok()?;
    if let Some(known) = names.get(name) {
        return Some(known);
    }
    if names.len() >= MOST_NAMES {
        return None;
    }
    let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(name);
    Some(name)
}

/// A finding among other things, `#[serde(with = …)]`.
pub mod finding {
    use super::Form;
    use crate::model::finding::Finding;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Writes it.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(finding: &Finding, serializer: S) -> Result<S::Ok, S::Error> {
        Form::from(finding).serialize(serializer)
    }

    /// Reads it.
    ///
    /// # Errors
    /// If it is none.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Finding, D::Error> {
        Form::deserialize(deserializer)?
            .try_into()
            .map_err(D::Error::custom)
    }
}

/// Several findings, `#[serde(with = …)]`.
pub mod findings {
    use super::Form;
    use crate::model::finding::Finding;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes them.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(
        findings: &[Finding],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(findings.iter().map(Form::from))
    }

    /// Reads them.
    ///
    /// # Errors
    /// If one of them is none.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Finding>, D::Error> {
        let forms = Vec::<Form>::deserialize(deserializer)?.into_iter();
        forms
            .map(Finding::try_from)
            .collect::<Result<_, _>>()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_back_as_they_were() {
        let span = DateSpan::month(2023, 4).unwrap();
        let place = Place {
            cell: Some("E5".to_owned()),
            ..Place::sheet("a/b.xlsx", "Blad1")
        };
        let quantity = Quantity::exact(Amount::hundredths(150));
        let finding = Finding::new(Code::UnreadableNumber, place)
            .with("count", 3u64)
            .with("day", span.from)
            .with("span", Arg::Span(span))
            .with("text", "ca «tre»")
            .with("counted", Arg::Counted(quantity, "fotpatrull".to_owned()))
            .with("tenths", Arg::Tenths(quantity))
            .with("amount", Amount::ONE);
        let text = serde_json::to_string(&Form::from(&finding)).unwrap();
        let back = |text: &str| Finding::try_from(serde_json::from_str::<Form>(text).unwrap());
        assert_eq!(back(&text), Ok(finding));
        assert!(back(&text.replace("unreadable-number", "no-such-code")).is_err());
    }

    #[test]
    fn steps_without_a_mark_with_one_and_with_a_date_stay_apart() {
        let origin = crate::model::activity::Origin {
            workbook: "a".into(),
            sheet: "b".into(),
            cell: "C3".into(),
        };
        for done in [None, Some(None), Some(DateSpan::month(2023, 4))] {
            let step = crate::model::activity::Milestone {
                activity: "plan".into(),
                step: "Klar".into(),
                due: None,
                done,
                source: 0,
                origin: origin.clone(),
                fields: Default::default(),
            };
            let text = serde_json::to_string(&step).unwrap();
            let back: crate::model::activity::Milestone = serde_json::from_str(&text).unwrap();
            assert_eq!(back, step, "{text}");
        }
    }
}
