//! The attacker's own reading of what a run has written: `follow-up.json` of every edition, the page and the workbook (`page`,
//! `sheets`), and letters and the PDF for numbers that stand nowhere in those.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::super::outputs::outputs;
use super::page::Listed;
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
    /// Whether it is said that a figure is withheld here.
    pub(super) withheld: bool,
}

impl Told {
    pub(super) fn sum(promise: usize, from: usize, to: usize, sum: i64) -> Told {
        Told {
            promise,
            from,
            to,
            sum: Some(sum),
            low: None,
            high: None,
            withheld: false,
        }
    }

    pub(super) fn between(
        promise: usize,
        (from, to): (usize, usize),
        (low, high): (Option<i64>, Option<i64>),
    ) -> Told {
        Told {
            promise,
            from,
            to,
            sum: None,
            low,
            high,
            withheld: false,
        }
    }
}

/// How many figures the full edition has, and how many of them it shows.
pub(super) fn figures(version: &Path) -> (i64, i64) {
    let text = std::fs::read_to_string(version.join("follow-up.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let number = |name: &str| json["audit"][name].as_i64().unwrap();
    (number("figures"), number("figures") - number("withheld"))
}

/// What `follow-up.json` tells, in every edition. A figure that it says is withheld has neither sum nor ends.
pub(super) fn read(version: &Path, promises: &[Promise], month: usize) -> Vec<Told> {
    let mut told = Vec::new();
    for path in files_ending(version, "follow-up.json") {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for pledge in json["pledges"].as_array().unwrap() {
            let id = pledge["id"].as_str().unwrap();
            let promise = promises.iter().position(|one| one.pledge == id).unwrap();
            for target in pledge["targets"].as_array().unwrap() {
                told.extend(windows(target, promise, month));
                let sum = low(&target["in_period"]);
                told.push(Told {
                    sum,
                    withheld: sum.is_none(),
                    ..Told::between(promise, (month, month), (None, None))
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
        let ends = bounds(window["status"].as_str().unwrap(), required, pace);
        let days = (
            month_of(&window["from"]),
            month_of(&window["to"]).min(month),
        );
        let sum = low(&window["outcome"]);
        Told {
            sum,
            withheld: sum.is_none(),
            ..Told::between(promise, days, ends)
        }
    });
    told.collect()
}

/// What a verdict says of the number.
pub(super) fn bounds(
    status: &str,
    required: Option<i64>,
    pace: Option<i64>,
) -> (Option<i64>, Option<i64>) {
    match status {
        "fulfilled" => (required, None),
        "not-fulfilled" => (None, required.map(|required| required - 1)),
        // Were it kept already, it would be called fulfilled.
        "on-track" => (pace, required.map(|required| required - 1)),
        "behind" => (None, pace.map(|pace| pace - 1)),
        _ => (None, None),
    }
}

/// What the verdict at the end of a month says. The pace is reckoned by the days of the year.
fn course(moment: &Value, promises: &[Promise]) -> Option<Told> {
    let id = moment["pledge"].as_str().unwrap();
    let promise = promises.iter().position(|one| one.pledge == id).unwrap();
    let first = format!("{}-01", moment["month"].as_str().unwrap());
    let month = month_of(&Value::from(first));
    verdict_of_month(moment["status"].as_str().unwrap(), promises, promise, month)
}

/// What the verdict of a pledge at the end of a month says.
pub(super) fn verdict_of_month(
    status: &str,
    promises: &[Promise],
    promise: usize,
    month: usize,
) -> Option<Told> {
    let required = promises[promise].least?;
    if month + 1 == MONTHS && status != "fulfilled" {
        // When the term ends both years decide, and the worse is told.
        return None;
    }
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
    let (low, high) = bounds(status, Some(required), Some(pace));
    // A month that told a verdict of a year tells nothing else.
    let ends = (low, high);
    (ends != (None, None)).then(|| Told::between(promise, (year, month), ends))
}

/// Numbers of conversations in any text of a version, letters and the PDF too, that are none of those that are told, promised, asked
/// for by now, or left to do, and no limit.
pub(super) fn strange_numbers(
    version: &Path,
    told: &[Told],
    listed: &[Listed],
    promises: &[Promise],
) -> Vec<String> {
    let mut usual: BTreeSet<i64> = BTreeSet::from([super::LIMIT]);
    usual.extend(
        listed
            .iter()
            .flat_map(|(_, rows)| rows.iter().map(|row| row.1)),
    );
    for told in told {
        let paces = [told.low, told.high, told.high.map(|high| high + 1)];
        usual.extend(paces.into_iter().flatten());
        usual.extend(told.sum);
        let promised = promises[told.promise].least;
        usual.extend(promised);
        // Where the sum is shown, so is what is left to do, and how much of it in every month.
        if let Some(promised) = told.sum.and(promised) {
            usual.extend(0..=promised);
        }
    }
    let mut texts = outputs(version);
    for path in files_ending(version, "report.pdf") {
        let read = std::process::Command::new("pdftotext")
            .arg(&path)
            .arg("-")
            .output()
            .unwrap();
        let text = String::from_utf8(read.stdout).unwrap();
        assert!(text.contains("samtal"), "no text in {}", path.display());
        texts.push((path.display().to_string(), text));
    }
    let mut strange = Vec::new();
    for (name, text) in texts {
        let words: Vec<&str> = text
            .split([' ', '\u{a0}', '\n', '\u{c}', '<', '>', '«', '»', '"', '('])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let [number, unit] = pair else { continue };
            let Ok(number) = number.parse::<i64>() else {
                continue;
            };
            let counted = ["samtal", "tillfällen"]
                .iter()
                .any(|one| unit.starts_with(one));
            if counted && !usual.contains(&number) {
                strange.push(format!("{name} says {number} {unit}"));
            }
        }
    }
    strange
}
