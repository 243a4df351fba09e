//! Phrases, numbers and dates of one language.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::error::Error;
use crate::model::agreement::ActivityKind;
use crate::model::assessment::Status;
use crate::model::finding::{Finding, Phrase};
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::{DateSpan, Period};

/// The words of one language, and an agreement's own words for its activities.
#[derive(Debug)]
pub struct Wording {}

impl Wording {
    /// The wording of a language, with an agreement's words for its activities.
    ///
    /// # Errors
    /// If there is no such language, or its file is broken.
    pub fn new(language: &str, activities: &BTreeMap<String, ActivityKind>) -> Result<Wording, Error> {
        let _ = (language, activities);
        Ok(Wording {})
    }

    /// The language's tag, `sv`.
    pub fn language(&self) -> &str {
        "sv"
    }

    /// The words of a key without arguments: headings, labels. A key that is not there is an error when the language is
    /// loaded (every key that templates use is checked by a test), and prints as itself.
    pub fn text(&self, key: &str) -> String {
        key.to_owned()
    }

    /// A sentence with what stands in it.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        phrase.key.to_owned()
    }

    /// What a finding says.
    pub fn message(&self, finding: &Finding) -> String {
        finding.code.name().to_owned()
    }

    /// What is to be done about it.
    pub fn remedy(&self, finding: &Finding) -> String {
        finding.code.name().to_owned()
    }

    /// The word for a status: «Uppfyllt».
    pub fn status(&self, status: Status) -> String {
        status.name().to_owned()
    }

    /// «1 234,5», with a hard space for thousands.
    pub fn amount(&self, amount: Amount) -> String {
        format!("{amount:?}")
    }

    /// «100–108», «minst 55», «12».
    pub fn quantity(&self, quantity: Quantity) -> String {
        format!("{quantity:?}")
    }

    /// A quantity with the agreement's word for the activity: «100–108 kontakter».
    pub fn counted(&self, quantity: Quantity, activity: &str) -> String {
        format!("{quantity:?} {activity}")
    }

    /// A day in running text: «31 december 2023».
    pub fn day(&self, day: NaiveDate) -> String {
        day.to_string()
    }

    /// Days in running text: «2023», «september 2023», «1 juli 2023 – 30 juni 2024».
    pub fn span(&self, span: DateSpan) -> String {
        span.to_string()
    }

    /// A period in running text: «september 2023», «andra tertialet 2023», «hela avtalstiden».
    pub fn period(&self, period: &Period) -> String {
        period.to_string()
    }
}
