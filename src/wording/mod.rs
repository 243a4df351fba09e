//! Phrases, numbers and dates of one language.

mod date;
mod direction;
mod language;
mod number;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::Error;
use crate::model::activity::UnusedReason;
use crate::model::agreement::{ActivityKind, Unit};
use crate::model::assessment::Status;
use crate::model::finding::{Arg, Code, Finding, Phrase};
use crate::model::quantity::{Amount, Quantity};
use crate::text::capital;

pub use language::Entry;
use language::Language;
use number::Signs;

/// The messages of one language, and an agreement's own words for its activities.
pub struct Wording {
    language: &'static Language,
    bundle: FluentBundle<Arc<FluentResource>>,
    signs: Signs,
    activities: BTreeMap<String, ActivityKind>,
}

impl fmt::Debug for Wording {
    /// Only the language: a bundle has no `Debug`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wording")
            .field("language", &self.language.tag)
            .finish_non_exhaustive()
    }
}

impl Wording {
    /// The wording of a language, with an agreement's words for its activities.
    ///
    /// # Errors
    /// If there is no such language, or its file is invalid.
    pub fn new(
        language: &str,
        activities: &BTreeMap<String, ActivityKind>,
    ) -> Result<Wording, Error> {
        let language = language::parsed(language)?;
        let mut wording = Wording {
            language,
            bundle: language.bundle()?,
            signs: Signs::default(),
            activities: activities.clone(),
        };
        wording.signs = Signs::new(
            &wording.text("decimal-sign"),
            &wording.text("thousands-sign"),
        );
        // Fluent takes a plain function, which cannot capture the sign.
        wording
            .bundle
            .set_formatter(Some(match wording.signs.thousands {
                ',' => |value, _| grouped(value, ','),
                _ => |value, _| grouped(value, '\u{a0}'),
            }));
        Ok(wording)
    }

    /// The language's tag, `sv`.
    pub fn language(&self) -> &str {
        self.language.tag
    }

    /// Every message of the language, in the order of its file.
    pub fn keys(&self) -> &[Entry] {
        self.language.entries()
    }

    /// The text of a key without arguments: headings, labels. A missing key prints as itself; a test checks every key
    /// in use against the language files.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None, &FluentArgs::new())
    }

    /// A phrase as text.
    pub(crate) fn phrase(&self, phrase: &Phrase) -> String {
        self.format(phrase.key, None, &self.args(&phrase.args))
    }

    /// A phrase as a sentence of its own: with a capital first letter.
    pub(crate) fn sentence(&self, phrase: &Phrase) -> String {
        capital(&self.phrase(phrase))
    }

    /// What a finding says.
    pub fn message(&self, finding: &Finding) -> String {
        self.format(
            &finding_key(finding.code()),
            None,
            &self.args(&finding.args()),
        )
    }

    /// What is wrong, and what to do.
    pub(crate) fn sentences(&self, finding: &Finding) -> String {
        format!("{} {}", self.message(finding), self.remedy(finding))
    }

    /// What to do about a finding, or why it is so, where that is known.
    pub(crate) fn remedy(&self, finding: &Finding) -> String {
        if finding.explanation.is_some() {
            return self.format("finding-explained", None, &self.args(&finding.args()));
        }
        self.format(
            &finding_key(finding.code()),
            Some("remedy"),
            &self.args(&finding.args()),
        )
    }

    /// The word for a status: «Uppfyllt».
    pub fn status(&self, status: Status) -> String {
        self.text(&format!("status-{}", status.name()))
    }

    /// Which rows of a sheet give nothing, and why.
    pub fn left(&self, left: UnusedReason, rows: &str) -> String {
        let phrase = Phrase::new(match left {
            UnusedReason::Total => "ui-inspect-left-total",
            UnusedReason::Planned => "ui-inspect-left-planned",
            UnusedReason::Withdrawn => "ui-inspect-left-withdrawn",
            UnusedReason::Sample => "ui-inspect-left-sample",
            UnusedReason::Unfilled => "ui-inspect-left-unfilled",
            UnusedReason::LeftOut => "ui-inspect-left-out",
            UnusedReason::Note => "ui-inspect-left-note",
            UnusedReason::Rejected => "ui-inspect-left-rejected",
        });
        self.phrase(&phrase.with("rows", rows))
    }

    /// «1 234,5», with a non-breaking space for thousands.
    pub(crate) fn amount(&self, amount: Amount) -> String {
        number::amount(amount, self.signs)
    }

    /// «100–108», «minst 55», «12»; «okänt antal» if nothing is known.
    pub fn quantity(&self, quantity: Quantity) -> String {
        if quantity == Quantity::UNKNOWN {
            return self.text("quantity-unknown");
        }
        self.bounds(quantity, |amount| self.amount(amount))
    }

    /// The quantity with exactly one decimal: «39,0». Further digits are dropped, so that nothing looks reached that
    /// is not.
    pub(crate) fn tenths(&self, quantity: Quantity) -> String {
        if quantity == Quantity::UNKNOWN {
            return self.text("quantity-unknown");
        }
        self.bounds(quantity, |amount| number::tenths(amount, self.signs))
    }

    /// The quantity as per cent: «26 %», «20–26 %».
    pub(crate) fn percent(&self, quantity: Quantity) -> String {
        if quantity == Quantity::UNKNOWN {
            return self.text("percent-unknown");
        }
        self.filled(
            "percent",
            &[(
                "number",
                &self.bounds(quantity, |amount| self.amount(amount)),
            )],
        )
    }

    /// A quantity with the agreement's word for the activity: «100–108 kontakter».
    pub(crate) fn counted(&self, quantity: Quantity, activity: &str) -> String {
        // «1 kontakt» and «minst 1 kontakt», but «0–1 kontakter».
        let single =
            quantity.low() == Amount::ONE && quantity.high().is_none_or(|high| high == Amount::ONE);
        if quantity == Quantity::UNKNOWN {
            let noun = self.noun(activity, false);
            return self.filled("counted-unknown", &[("noun", &noun)]);
        }
        format!(
            "{} {}",
            self.quantity(quantity),
            self.noun(activity, single)
        )
    }

    /// The agreement's word for one or several of an activity; the language's own if it has none.
    fn noun(&self, activity: &str, single: bool) -> String {
        let kind = self.activities.get(activity);
        let in_hours = kind.is_some_and(|kind| kind.unit == Unit::Hours);
        let own = kind.and_then(|kind| {
            if single {
                kind.one.as_ref()
            } else {
                kind.many.as_ref()
            }
        });
        let usual = match (in_hours, single) {
            (true, true) => "activity-hour",
            (true, false) => "activity-hours",
            (false, true) => "activity-one",
            (false, false) => "activity-many",
        };
        own.cloned().unwrap_or_else(|| self.text(usual))
    }

    /// «a, b och c».
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                self.filled("list-last", &[("items", &first.join(", ")), ("last", last)])
            }
        }
    }

    /// Both bounds, each formatted by the function.
    fn bounds(&self, quantity: Quantity, tell: impl Fn(Amount) -> String) -> String {
        let quantity = quantity.to_hundredths();
        let low = tell(quantity.low());
        match quantity.high() {
            None => self.filled("quantity-at-least", &[("number", &low)]),
            Some(high) if high == quantity.low() => low,
            Some(high) => self.filled("quantity-between", &[("low", &low), ("high", &tell(high))]),
        }
    }

    fn filled(&self, key: &str, words: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, word) in words {
            args.set(*name, *word);
        }
        self.format(key, None, &args)
    }

    fn args<'a>(&self, args: &'a BTreeMap<&'static str, Arg>) -> FluentArgs<'a> {
        args.iter()
            .map(|(name, arg)| (*name, self.arg(arg)))
            .collect()
    }

    /// An argument for Fluent: everything but a count as text.
    fn arg<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        let words = match arg {
            Arg::Count(count) => return FluentValue::from(*count),
            // Data quotes lists in one way in every language, since fingerprints are made of it.
            Arg::Text(text) if text.contains("», «") || text.starts_with('«') => {
                let (open, close) = (self.text("quote-open"), self.text("quote-close"));
                text.replace('«', &open).replace('»', &close)
            }
            Arg::Text(text) => return FluentValue::String(direction::isolated(text)),
            Arg::Amount(amount) => self.amount(*amount),
            Arg::Quantity(quantity) => self.quantity(*quantity),
            Arg::Day(day) => self.day(*day),
            Arg::Span(span) => self.span(*span),
            Arg::Counted(quantity, activity) => self.counted(*quantity, activity),
            Arg::Activity(activity) => self.noun(activity, false),
            Arg::Tenths(quantity) => self.tenths(*quantity),
            Arg::Percent(quantity) => self.percent(*quantity),
            Arg::Status(status) => self.status(*status),
            Arg::Phrase(phrase) => self.phrase(phrase),
        };
        FluentValue::String(Cow::Owned(words))
    }

    /// The text, or its key if the language does not have it.
    fn format(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(key);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
        });
        let Some(pattern) = pattern else {
            tracing::warn!(
                key,
                attribute,
                language = self.language.tag,
                "a sentence is missing"
            );
            return attribute
                .map_or_else(|| key.to_owned(), |attribute| format!("{key}.{attribute}"));
        };
        let mut errors = Vec::new();
        let words = self
            .bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned();
        for error in errors {
            tracing::warn!(key, attribute, language = self.language.tag, %error, "a sentence is broken");
        }
        words
    }
}

/// The key of a finding's messages.
fn finding_key(code: Code) -> String {
    format!("finding-{}", code.name())
}

/// A count with its digits grouped; other values are left to Fluent.
fn grouped(value: &FluentValue<'_>, sign: char) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. })
            if value.fract() == 0.0 && *value >= 0.0 =>
        {
            Some(number::grouped(*value as u64, sign))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
