//! Somebody who wants to know what is withheld: reads everything that every run has written, and reckons. Written apart from the
//! audit, and from what it knows of lofte's insides: nothing but the files.
//!
//! `LOFTE_ATTACKS=1000 cargo test --release --no-default-features --test behaviour privacy::attacker -- --nocapture` attacks as many
//! towns, on as many threads as there are cores; `LOFTE_ATTACK_SEED` begins elsewhere. With the PDF (without
//! `--no-default-features`) its text is read too, by pdftotext.

mod page;
mod reading;
mod reckoning;
mod sheets;
mod town;

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use reading::{Told, figures, read, strange_numbers};
use reckoning::{Known, Reckoning};
use town::{GROUPS, MONTHS, Promise, Step, Town, day};

use crate::setup::program::{self, output_text};
use crate::setup::workbook::write_xlsx;

/// No figure below it is to be found out.
const LIMIT: i64 = 5;

#[test]
fn nobody_can_reckon_what_is_withheld() {
    let number = |name: &str, usual| {
        let set = std::env::var(name).ok();
        set.map_or(usual, |text| text.parse().unwrap())
    };
    let first = number("LOFTE_ATTACK_SEED", 27);
    let mut seeds: Vec<u64> = (first..first + number("LOFTE_ATTACKS", 2)).collect();
    // Towns in which something could once be found out: from the gaps of a list, and after a change of one.
    seeds.extend([40_005, 40_102]);
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores.min(seeds.len()) {
            scope.spawn(|| {
                while let Some(seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let attack = attacked(&Town::drawn(*seed));
                    for breach in &attack.breaches {
                        println!("town {seed}: {breach}");
                    }
                    if seeds.len() > 20 && seed % 10 == 0 {
                        println!("town {seed} is done");
                    }
                    results.lock().unwrap().push((*seed, attack));
                }
            });
        }
    });
    let results = results.into_inner().unwrap();
    assert_eq!(results.len(), seeds.len());
    let sum = |of: fn(&Attack) -> i64| results.iter().map(|(_, attack)| of(attack)).sum::<i64>();
    let (figures, shown) = (sum(|attack| attack.figures), sum(|attack| attack.shown));
    let mut breaches = Vec::new();
    for (seed, attack) in &results {
        let own = attack.breaches.iter();
        breaches.extend(own.map(|breach| format!("town {seed}: {breach}")));
    }
    println!("{shown} of {figures} figures shown");
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
    assert!(shown > 0, "who withholds everything is safe, and of no use");
}

#[derive(Default)]
struct Attack {
    breaches: Vec<String>,
    figures: i64,
    shown: i64,
}

/// What a run told, and what it was told of.
struct Run {
    step: Step,
    told: Vec<Told>,
}

fn attacked(town: &Town) -> Attack {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("prov");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("agreement.toml"), town.agreement()).unwrap();
    let mut runs = Vec::new();
    let mut attack = Attack::default();
    for step in &town.steps {
        let out = followed_up(town, *step, home.path());
        let (figures, shown) = figures(&out);
        (attack.figures, attack.shown) = (attack.figures + figures, attack.shown + shown);
        let mut told = read(&out, &town.promises, step.month);
        told.extend(page::read(&out, &town.promises, step.month));
        told.extend(sheets::read(&out, &town.promises, step.month));
        let lists = page::lists(&out);
        let strange = strange_numbers(&out, &told, &lists, &town.promises);
        attack.breaches.extend(strange);
        attack.breaches.extend(listed_in_part(town, *step, &lists));
        runs.push(Run { step: *step, told });
    }
    for state in 0..2 {
        let of_state: Vec<&Run> = runs.iter().filter(|run| run.step.state == state).collect();
        if !of_state.is_empty() {
            attack.breaches.extend(narrowed(town, &of_state));
        }
    }
    attack.breaches.extend(steps_between(&runs));
    attack
}

/// Lists of rows that leave some out: their cells tell how many, and the sum what they are together.
fn listed_in_part(town: &Town, step: Step, lists: &[page::Listed]) -> Vec<String> {
    let in_part = |(promise, rows): &page::Listed| {
        let promise = &town.promises[*promise];
        let counts =
            |row: &&town::Row| promise.groups.contains(&row.group) && row.month <= step.month;
        let all = town.written(step).filter(counts).count();
        let listed = rows
            .iter()
            .filter(|(month, _)| *month <= step.month)
            .count();
        (!promise.others && listed > 0 && listed != all)
            .then(|| format!("{} lists {listed} of {all} rows", promise.pledge))
    };
    lists.iter().filter_map(in_part).collect()
}

/// Makes a version; the folder that holds it.
fn followed_up(town: &Town, step: Step, home: &Path) -> std::path::PathBuf {
    let folder = home.join("prov");
    for (name, text) in town.workbooks(step) {
        write_xlsx(&text, &folder.join("workbooks").join(name));
    }
    let month = day(step.month, 1);
    let as_of = day(step.latest, 28).succ_opt().unwrap() + chrono::Days::new(5);
    let output = program::lofte()
        .arg("run")
        .arg(&folder)
        .args(["--period", &month.format("%Y-%m").to_string()])
        .args(["--as-of", &as_of.to_string(), "--out"])
        .arg(home.join("out"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", output_text(&output));
    let period = home
        .join("out/prov")
        .join(month.format("%Y-%m").to_string());
    let versions = fs::read_dir(&period).unwrap().flatten();
    let versions = versions.map(|entry| entry.path());
    versions
        .filter(|path| path.join("SHA256SUMS").is_file())
        .max()
        .unwrap()
}

/// The unknown of a group in a month.
fn unknown(month: usize, group: usize) -> usize {
    month * GROUPS.len() + group
}

fn unknowns(promise: &Promise, months: std::ops::RangeInclusive<usize>) -> Vec<usize> {
    let groups = |month| {
        promise
            .groups
            .iter()
            .map(move |group| unknown(month, *group))
    };
    months.flat_map(groups).collect()
}

/// The small figures that follow from everything that was told of one state of the workbooks.
fn narrowed(town: &Town, runs: &[&Run]) -> Vec<String> {
    let mut known: Vec<Known> = Vec::new();
    let mut small: Vec<(String, Vec<usize>)> = Vec::new();
    let last = runs.iter().map(|run| run.step.latest).max().unwrap();
    let step = runs.iter().max_by_key(|run| run.step.latest).unwrap().step;
    let mut truth = vec![0_i64; MONTHS * GROUPS.len()];
    for row in town.written(step) {
        truth[unknown(row.month, row.group)] += row.count;
    }
    let sum = |unknowns: &[usize]| unknowns.iter().map(|one| truth[*one]).sum::<i64>();
    for run in runs {
        for told in &run.told {
            let promise = &town.promises[told.promise];
            let months = told.from..=told.to;
            let of = unknowns(promise, months.clone());
            let others: i64 = town.others[months].iter().sum();
            let others = i128::from(if promise.others { others } else { 0 });
            if let Some(sum) = told.sum {
                known.push(Known::equals(&of, i128::from(sum) - others));
            }
            let less = |end: Option<i64>| end.map(|end| i128::from(end) - others);
            if told.low.is_some() || told.high.is_some() {
                known.push(Known::between(&of, less(told.low), less(told.high)));
            }
            if sum(&of) < LIMIT {
                let name = format!("{} months {}–{}", promise.pledge, told.from, told.to);
                if told.withheld {
                    // At worst somebody knows which of the figures that are withheld are the small ones.
                    known.push(Known::between(&of, None, Some(i128::from(LIMIT) - 1)));
                }
                small.push((name, of));
            }
        }
    }
    for promise in town.promises.iter().filter(|promise| !promise.others) {
        for month in 0..=last {
            let of = unknowns(promise, month..=month);
            if sum(&of) < LIMIT {
                small.push((format!("{} month {month}", promise.pledge), of));
            }
        }
    }
    let reckoning = Reckoning::new(known, truth.len());
    let ends = [0, i128::from(LIMIT) - 1];
    small.sort();
    small.dedup_by(|one, other| one.1 == other.1);
    let breach = |(name, of): (String, Vec<usize>)| {
        let end = ends.into_iter().find(|end| reckoning.excludes(&of, *end))?;
        Some(format!("{name} is {} and cannot be {end}", sum(&of)))
    };
    small.into_iter().filter_map(breach).collect()
}

/// The same figure told twice, with a few persons between.
fn steps_between(runs: &[Run]) -> Vec<String> {
    let all: Vec<&Told> = runs.iter().flat_map(|run| &run.told).collect();
    let mut steps = Vec::new();
    for (index, one) in all.iter().enumerate() {
        for other in &all[index + 1..] {
            let same = (one.promise, one.from, one.to) == (other.promise, other.from, other.to);
            if let (true, Some(one_sum), Some(other_sum)) = (same, one.sum, other.sum) {
                let step = (one_sum - other_sum).abs();
                if step != 0 && step < LIMIT {
                    steps.push(format!("{one:?} was told again as {other_sum}"));
                }
            }
        }
    }
    steps
}
