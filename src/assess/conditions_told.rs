//! Conditions in words: what a target asks of a row, and which of it a row that was held does not meet.

use chrono::{NaiveTime, Timelike, Weekday};

use super::condition::{Context, Subject, answers_all};
use crate::model::agreement::{Agreement, Condition, Test};
use crate::model::assessment::MissedRule;
use crate::model::finding::Phrase;
use crate::model::quantity::Truth;

/// What a condition asks, in a few words: «kl. 19–02», «plats: någon av ”Torget”, ”Hamnen”».
pub(super) fn told(condition: &Condition, agreement: &Agreement) -> Phrase {
    let field = field(&condition.field, agreement);
    let words = |words: &[String]| {
        let named = words.iter().map(|word| {
            let word = match condition.field.as_str() {
                "partners" => agreement.partner_name(word),
                _ => word,
            };
            format!("«{word}»")
        });
        named.collect::<Vec<_>>().join(", ")
    };
    match &condition.test {
        Test::Marked(true) => Phrase::new("condition-marked").with("field", field),
        Test::Marked(false) => Phrase::new("condition-not-marked").with("field", field),
        Test::AnyOf(asked) => Phrase::new("condition-any-of")
            .with("field", field)
            .with("count", asked.len())
            .with("words", words(asked)),
        Test::AllOf(asked) => Phrase::new("condition-all-of")
            .with("field", field)
            .with("count", asked.len())
            .with("words", words(asked)),
        Test::AtLeast(number) => Phrase::new("condition-at-least")
            .with("field", field)
            .with("number", *number),
        Test::AtMost(number) => Phrase::new("condition-at-most")
            .with("field", field)
            .with("number", *number),
        Test::InPlaces(list) => Phrase::new("condition-in-places").with("list", plain(list)),
        Test::InCalendar(list) => Phrase::new("condition-in-calendar").with("list", plain(list)),
        Test::OnWeekday(days) => either(days.iter().map(|day| weekday(*day)).collect()),
        Test::Between(from, until) => Phrase::new("condition-between")
            .with("from", clock(*from))
            .with("until", clock(*until)),
        Test::NamedBy(activity) => Phrase::new("condition-named-by")
            .with("field", field)
            .with("activity", plain(activity)),
        Test::Any(tables) => either(tables.iter().map(|table| all(table, agreement)).collect()),
        Test::Not(table) => Phrase::new("condition-not").with("what", all(table, agreement)),
    }
}

/// The rules that a row does not meet, each with what the row says instead.
pub(super) fn missed(
    subject: Subject<'_>,
    rules: &[Condition],
    context: Context<'_>,
) -> Vec<MissedRule> {
    let broken = rules.iter().enumerate().filter(|(_, condition)| {
        let (truth, _) = answers_all(subject, std::slice::from_ref(*condition), context);
        truth == Truth::No
    });
    let missed = broken.map(|(rule, condition)| MissedRule {
        rule,
        said: said(subject, condition),
    });
    missed.collect()
}

/// What the row says where the condition asks; nothing where that is blank, or not one cell.
fn said(subject: Subject<'_>, condition: &Condition) -> Option<String> {
    let field = match condition.test {
        Test::Between(..) => "time",
        Test::OnWeekday(_) | Test::InCalendar(_) | Test::Any(_) | Test::Not(_) => return None,
        _ => condition.field.as_str(),
    };
    let text = subject.fields.get(field)?.text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What a field is called: one of the agreement's own as the first sheet that has it does, so that readers know it.
fn field(name: &str, agreement: &Agreement) -> Phrase {
    let sheets = agreement.sources.iter().flat_map(|source| &source.sheets);
    let heading = sheets
        .filter_map(|sheet| sheet.columns.get(name))
        .map(|column| column.heading.trim())
        .find(|heading| (1..=LONGEST_HEADING).contains(&heading.chars().count()));
    Phrase::new("condition-field").with("field", name).with(
        "name",
        heading.map_or_else(|| plain(name), |heading| format!("«{heading}»")),
    )
}

/// Longer headings are whole questions.
const LONGEST_HEADING: usize = 60;

fn plain(name: &str) -> String {
    name.replace(['_', '-'], " ")
}

/// «19», «18.30».
fn clock(time: NaiveTime) -> String {
    match time.minute() {
        0 => time.hour().to_string(),
        minute => format!("{}.{minute:02}", time.hour()),
    }
}

fn weekday(day: Weekday) -> Phrase {
    Phrase::new("condition-weekday").with(
        "day",
        match day {
            Weekday::Mon => "mon",
            Weekday::Tue => "tue",
            Weekday::Wed => "wed",
            Weekday::Thu => "thu",
            Weekday::Fri => "fri",
            Weekday::Sat => "sat",
            Weekday::Sun => "sun",
        },
    )
}

fn either(phrases: Vec<Phrase>) -> Phrase {
    joined(phrases, "condition-or")
}

fn all(table: &[Condition], agreement: &Agreement) -> Phrase {
    let phrases = table.iter().map(|condition| told(condition, agreement));
    joined(phrases.collect(), "condition-and")
}

fn joined(phrases: Vec<Phrase>, key: &'static str) -> Phrase {
    phrases
        .into_iter()
        .reduce(|first, second| Phrase::new(key).with("first", first).with("second", second))
        .unwrap_or_else(|| Phrase::new("condition-none"))
}
