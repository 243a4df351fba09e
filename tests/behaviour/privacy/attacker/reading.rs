//! The attacker's own reading of what a run has written: `follow-up.json` of every edition for the figures, and every other text for
//! numbers that stand nowhere in it.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::super::outputs::outputs;
use super::town::{MONTHS, Promise, day};
use crate::setup::files::files_ending;

/// What a version tells of a sum of months.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The index of the promise.
    pub(super) promise: usize,
    /// The first month and the last, from 0.
    pub(super) from: usize,
    pub(super) to: usize,
    /// None where it is withheld.
    pub(super) sum: Option<i64>,
    /// What a verdict tells besides.
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
}

pub(super) fn read(version: &Path, promises: &[Promise], month: usize) -> Vec<Told> {
    let mut told = Vec::new();
    for path in files_ending(version, "follow-up.json") {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for pledge in json["pledges"].as_array().unwrap() {
            let id = pledge["id"].as_str().unwrap();
            let promise = promises.iter().position(|one| one.pledge == id).unwrap();
            for target in pledge["targets"].as_array().unwrap() {
                told.extend(windows(target, promise, month));
                told.push(Told {
                    promise,
                    from: month,
                    to: month,
                    sum: low(&target["in_period"]),
                    low: None,
                    high: None,
                });
            }
        }
        for moment in json["course"].as_array().unwrap() {
            told.extend(course(moment, promises));
        }
    }
    told
}

fn low(quantity: &Value) -> Option<i64> {
    quantity["low"].as_i64()
}

/// The months of a day's window, from 0.
fn month_of(date: &Value) -> usize {
    let date: chrono::NaiveDate = date.as_str().unwrap().parse().unwrap();
    (0..MONTHS).rfind(|month| day(*month, 1) <= date).unwrap()
}

fn windows(target: &Value, promise: usize, month: usize) -> Vec<Told> {
    let windows = target["windows"].as_array().unwrap().iter();
    let begun = windows.filter(|window| month_of(&window["from"]) <= month);
    let told = begun.map(|window| {
        let (required, pace) = (window["required"].as_i64(), window["pace"].as_i64());
        let (low_end, high_end) = bounds(window["status"].as_str().unwrap(), required, pace);
        Told {
            promise,
            from: month_of(&window["from"]),
            to: month_of(&window["to"]).min(month),
            sum: low(&window["outcome"]),
            low: low_end,
            high: high_end,
        }
    });
    told.collect()
}

/// What a verdict says of the number.
fn bounds(status: &str, required: Option<i64>, pace: Option<i64>) -> (Option<i64>, Option<i64>) {
    match status {
        "fulfilled" => (required, None),
        "not-fulfilled" => (None, required.map(|required| required - 1)),
        "on-track" => (pace, None),
        "behind" => (None, pace.map(|pace| pace - 1)),
        _ => (None, None),
    }
}

/// What the verdict at the end of a month says. The pace is reckoned by the days of the year.
fn course(moment: &Value, promises: &[Promise]) -> Option<Told> {
    let id = moment["pledge"].as_str().unwrap();
    let promise = promises.iter().position(|one| one.pledge == id).unwrap();
    let required = promises[promise].least?;
    let first = format!("{}-01", moment["month"].as_str().unwrap());
    let month = month_of(&Value::from(first));
    let year = month / 12 * 12;
    let begin = day(year, 1);
    let end_of = |month: usize| {
        let next = if month + 1 < MONTHS {
            day(month + 1, 1)
        } else {
            day(MONTHS - 1, 31).succ_opt().unwrap()
        };
        (next - begin).num_days()
    };
    let pace = required * end_of(month) / end_of(year + 11);
    let status = moment["status"].as_str().unwrap();
    let (low, high) = bounds(status, Some(required), Some(pace));
    // A month that told a verdict of a year tells nothing else.
    (low.is_some() || high.is_some()).then_some(Told {
        promise,
        from: year,
        to: month,
        sum: None,
        low,
        high,
    })
}

/// Numbers of conversations in any text of a version that follow-up.json does not tell, is not asked for by a promise, and is no limit.
pub(super) fn strange_numbers(version: &Path, told: &[Told], promises: &[Promise]) -> Vec<String> {
    let sums = told.iter().filter_map(|told| told.sum);
    let mut usual: BTreeSet<i64> = sums.chain([super::LIMIT]).collect();
    for promise in promises.iter().filter_map(|promise| promise.least) {
        // What is promised, every pace up to it, and what remains.
        usual.extend(0..=promise);
    }
    let most = promises
        .iter()
        .filter_map(|promise| promise.least)
        .max()
        .unwrap_or(0);
    let mut strange = Vec::new();
    for (name, text) in outputs(version) {
        let words: Vec<&str> = text
            .split([' ', '\u{a0}', '\n', '<', '>', '«', '»', '"'])
            .collect();
        for pair in words.windows(2) {
            let [number, unit] = pair else { continue };
            let Ok(number) = number.parse::<i64>() else {
                continue;
            };
            if unit.starts_with("samtal") && number > most && !usual.contains(&number) {
                strange.push(format!("{name} says {number} {unit}"));
            }
        }
    }
    strange
}
