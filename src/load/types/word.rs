//! Words that are one of some, and the few values that are a word or something else.

use super::composite::OneOrMore;
use super::text::FieldName;
use crate::load::declare::{Input, Takes};
use crate::load::shape::{NameKind, Shape};
use crate::load::tree::{Node, Value};
use crate::load::value;
use crate::model::agreement::{Direction, Frequency, LANGUAGES, Layout, Release, Role, Unit};
use crate::model::assessment::Status;
use crate::model::finding::ExpectedForm;
use crate::model::settings::Security;
use crate::model::target::{AverageUnit, PartSet, TimeMeasure, WindowRule};

/// Declares words and their meanings.
macro_rules! words {
    ($( $form:ty => $value:ty { $( $word:literal => $meaning:expr, )+ } )*) => { $(
        impl Takes for $form {
            type Value = $value;
            const SHAPE: Shape = Shape::OneOf(&[$($word),+]);

            fn read(input: Input<'_>) -> Option<$value> {
                input.one_of(&[$(($word, $meaning)),+])
            }
        }
    )* };
}

/// The word of `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum KindWord {
    Count,
    Share,
    Cadence,
    Request,
    ResponseTime,
    State,
    Milestone,
    Deferred,
    Shown,
    Indicator,
}

/// Calendar weeks instead of seven days.
#[derive(Clone, Copy)]
pub(in crate::load) struct IsoWeeks;

/// The indicator's own baseline.
#[derive(Clone, Copy)]
pub(in crate::load) struct BaselineWord;

/// Which of a pledge's targets are needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum VerdictWord {
    All,
    Any,
}

/// The word of `edition`.
#[derive(Clone, Copy)]
pub(in crate::load) enum EditionWord {
    Full,
    Public,
    Partner,
}

/// How something stands.
pub(in crate::load) enum StatusWord {}

/// A file of a version that a letter can carry.
pub(in crate::load) enum Attachment {}

words! {
    KindWord => KindWord {
        "count" => KindWord::Count,
        "share" => KindWord::Share,
        "cadence" => KindWord::Cadence,
        "request" => KindWord::Request,
        "response-time" => KindWord::ResponseTime,
        "state" => KindWord::State,
        "milestone" => KindWord::Milestone,
        "deferred" => KindWord::Deferred,
        "shown" => KindWord::Shown,
        "indicator" => KindWord::Indicator,
    }
    TimeMeasure => TimeMeasure { "average" => TimeMeasure::Average, "median" => TimeMeasure::Median, }
    BaselineWord => BaselineWord { "baseline" => BaselineWord, }
    VerdictWord => VerdictWord { "all" => VerdictWord::All, "any" => VerdictWord::Any, }
    IsoWeeks => IsoWeeks { "iso" => IsoWeeks, }
    AverageUnit => AverageUnit { "week" => AverageUnit::Week, "month" => AverageUnit::Month, }
    Unit => Unit { "things" => Unit::Things, "hours" => Unit::Hours, }
    Direction => Direction { "low" => Direction::Low, "high" => Direction::High, }
    Frequency => Frequency {
        "weekly" => Frequency::Weekly,
        "monthly" => Frequency::Monthly,
        "quarterly" => Frequency::Quarterly,
    }
    Layout => Layout {
        "log" => Layout::Log,
        "months" => Layout::Months,
        "form" => Layout::Form,
        "statements" => Layout::Statements,
        "milestones" => Layout::Milestones,
        "register" => Layout::Register,
    }
    Release => Release {
        "at-once" => Release::AtOnce,
        "when-complete" => Release::WhenComplete,
        "after-approval" => Release::AfterApproval,
    }
    Role => Role {
        "chief" => Role::Chief,
        "council" => Role::Council,
        "chair" => Role::Chair,
        "partner" => Role::Partner,
        "registrar" => Role::Registrar,
        "web" => Role::Web,
    }
    EditionWord => EditionWord {
        "full" => EditionWord::Full,
        "public" => EditionWord::Public,
        "partner" => EditionWord::Partner,
    }
    Attachment => &'static str {
        "report.html" => "report.html",
        "report.pdf" => "report.pdf",
        "summary.xlsx" => "summary.xlsx",
        "follow-up.json" => "follow-up.json",
        "SHA256SUMS" => "SHA256SUMS",
    }
    StatusWord => Status {
        "not-fulfilled" => Status::NotFulfilled,
        "partial" => Status::Partial,
        "behind" => Status::Behind,
        "undecided" => Status::Undecided,
        "not-reported" => Status::NotReported,
        "on-track" => Status::OnTrack,
        "fulfilled" => Status::Fulfilled,
        "not-started" => Status::NotStarted,
        "no-need" => Status::NoNeed,
        "described" => Status::Described,
    }
    Security => Security {
        "tls" => Security::Tls,
        "starttls" => Security::Starttls,
        "starttls-if-offered" => Security::StarttlsIfOffered,
        "none" => Security::Plain,
    }
}

/// The tag of a language that there are sentences in.
pub(in crate::load) enum Language {}

impl Takes for Language {
    type Value = &'static str;
    const SHAPE: Shape = Shape::OneOf(LANGUAGES);

    fn read(input: Input<'_>) -> Option<&'static str> {
        let tags: Vec<_> = LANGUAGES.iter().map(|tag| (*tag, *tag)).collect();
        input.one_of(&tags)
    }
}

macro_rules! windows {
    ($( $word:literal => $over:expr, )+) => {
        const WINDOWS: &[&str] = &[$($word),+];

        fn window(word: &str) -> Option<WindowRule> {
            match word {
                $( $word => Some($over), )+
                _ => None,
            }
        }
    };
}

windows! {
    "year" => WindowRule::Year,
    "half-year" => WindowRule::HalfYear,
    "tertial" => WindowRule::Tertial,
    "quarter" => WindowRule::Quarter,
    "month" => WindowRule::Month,
    "week" => WindowRule::Week,
    "day" => WindowRule::Day,
    "term" => WindowRule::Term,
}

/// A window: a word, or a calendar list. A word that is neither is told when the calendar is known.
pub(in crate::load) enum OverText {}

pub(in crate::load) enum OverWord {
    Known(WindowRule),
    Unknown(String),
}

impl Takes for OverText {
    type Value = OverWord;
    const SHAPE: Shape = Shape::Either(&[Shape::OneOf(WINDOWS), Shape::Name(NameKind::Calendar)]);

    fn read(input: Input<'_>) -> Option<OverWord> {
        let text = input.text()?;
        if let Some(list) = value::calendar_list(text) {
            input.faults.refer(NameKind::Calendar, &list, input.at());
            return Some(OverWord::Known(WindowRule::Calendar(list)));
        }
        Some(match window(text) {
            Some(over) => OverWord::Known(over),
            None => OverWord::Unknown(text.to_owned()),
        })
    }
}

/// The words of a window and the names of the calendar lists, for whoever mistyped one.
pub(in crate::load) fn window_words<'a>(calendar: impl Iterator<Item = &'a String>) -> Vec<String> {
    let lists = calendar.map(|list| format!("calendar.{list}"));
    WINDOWS
        .iter()
        .map(|word| (*word).to_owned())
        .chain(lists)
        .collect()
}

/// Sub-periods, and fields whose values are asked for one by one; several at once in a list.
pub(in crate::load) type EachText = OneOrMore<EachWord>;

pub(in crate::load) enum EachWord {}

impl Takes for EachWord {
    type Value = String;
    const SHAPE: Shape =
        Shape::Either(&[Shape::OneOf(&["day", "week", "month"]), FieldName::SHAPE]);

    fn read(input: Input<'_>) -> Option<String> {
        FieldName::read(input)
    }
}

/// The values that are asked for one by one: of one field, or a list for each of several.
pub(in crate::load) enum AmongLists {}

impl Takes for AmongLists {
    type Value = Vec<PartSet>;
    const SHAPE: Shape = Shape::Either(&[
        Shape::Form("«places.…»", r"^places\..+$"),
        Shape::List(&Shape::Either(&[
            Shape::Form("word, or «places.…»", r"\S"),
            Shape::List(&Shape::Form("word", r"\S")),
        ])),
    ]);

    fn read(input: Input<'_>) -> Option<Vec<PartSet>> {
        let is_nested = |items: &[Node]| {
            let several = |node: &Node| match &node.value {
                Value::List(_) => true,
                Value::Text(text) => value::place_list(text).is_some(),
                _ => false,
            };
            items.iter().any(several)
        };
        match input.value() {
            Value::List(items) if is_nested(items) => input.items()?.map(part_set).collect(),
            _ => part_set(input).map(|one| vec![one]),
        }
    }
}

/// The values of one field.
fn part_set(input: Input<'_>) -> Option<PartSet> {
    let Value::Text(text) = input.value() else {
        return OneOrMore::<String>::read(input).map(PartSet::Words);
    };
    let Some(list) = value::place_list(text) else {
        return input.invalid(text, ExpectedForm::Among);
    };
    input.faults.refer(NameKind::Places, list, input.at());
    Some(PartSet::Places(list.to_owned()))
}
