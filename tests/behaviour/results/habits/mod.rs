//! A machine that looks for numbers that are silently wrong: clean workbooks whose truth is known are given one to three habits of
//! people who keep workbooks, each also as an innocent look-alike. Whatever they are, the interval of every window holds
//! the truth, and what is not exact is told by a finding that names the workbook; look-alikes stay exact, and no warning is about them.
//!
//! `LOFTE_HABIT_RUNS=10000 cargo test --no-default-features --test behaviour results::habits` runs as many; `LOFTE_HABIT=«name»` runs
//! those with one habit only, and `LOFTE_HABIT_SEED` begins elsewhere.

mod agreement;
mod answers;
mod binary;
mod book;
mod clean;
mod contract;
mod files;
mod numbers;
mod ods;
mod polluted;
mod remarks;
mod rows;
mod scene;
mod sheets;
mod statistics;
mod sums;
mod tables;
mod texts;
mod times;
mod wide;
mod write;

use std::collections::BTreeMap;

use crate::setup::draw;
use draw::Draw;
use scene::Scene;

/// Whether a habit is put into a scene as such, or as what only looks like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Habit,
    LookAlike,
}

/// In which order habits come into a workbook, and which of them do not go together: no two about one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    /// Marks and statuses that every row has.
    Marks,
    /// Single cells of rows.
    Cells,
    /// What rows are.
    Rows,
    /// Whole columns.
    Columns,
    /// What stands below rows, or sums them.
    Sums,
    /// Sheets and files.
    Files,
}

struct Habit {
    name: &'static str,
    about: About,
    fits: fn(&Scene) -> bool,
    put: fn(&mut Scene, &mut Draw, Side),
}

fn habits() -> Vec<&'static Habit> {
    let all = [
        numbers::HABITS,
        remarks::HABITS,
        rows::HABITS,
        answers::HABITS,
        sums::HABITS,
        wide::HABITS,
        texts::HABITS,
        sheets::HABITS,
        files::HABITS,
        times::HABITS,
        polluted::HABITS,
        tables::HABITS,
    ];
    all.into_iter().flatten().collect()
}

/// The scene of a seed with these habits.
fn scene(seed: u64, chosen: &[(&Habit, Side)]) -> Scene {
    let mut scene = Scene::clean(&mut Draw::new(seed));
    for (habit, side) in chosen {
        let mut draw = Draw::named(seed, habit.name);
        // Lines of text are written with their marks.
        if habit.about >= About::Columns {
            scene.mark_all();
        }
        (habit.put)(&mut scene, &mut draw, *side);
        let name = match side {
            Side::Habit => habit.name.to_owned(),
            Side::LookAlike => format!("like {}", habit.name),
        };
        scene.habits.push(name);
    }
    scene.mark_all();
    scene
}

/// One to three habits of a seed that go together.
fn chosen(seed: u64, all: &[&'static Habit]) -> Vec<(&'static Habit, Side)> {
    let clean = Scene::clean(&mut Draw::new(seed));
    let mut draw = Draw::named(seed, "which");
    let innocent = draw.once_in(3);
    let fits = |one: &&&Habit| (one.fits)(&clean);
    let mut fitting: Vec<&'static Habit> = all.iter().filter(fits).copied().collect();
    draw.shuffle(&mut fitting);
    let mut chosen: Vec<(&'static Habit, Side)> = Vec::new();
    let wanted = 1 + draw.below(3);
    for habit in fitting {
        if chosen.len() < wanted && chosen.iter().all(|(known, _)| known.about != habit.about) {
            let side = match innocent || draw.once_in(3) {
                true => Side::LookAlike,
                false => Side::Habit,
            };
            chosen.push((habit, side));
        }
    }
    chosen.sort_by_key(|(habit, _)| habit.about);
    chosen
}

/// How often scenes were exact, of how many.
#[derive(Default)]
struct Tally {
    runs: usize,
    exact: usize,
}

impl Tally {
    fn add(&mut self, exact: bool) {
        self.runs += 1;
        self.exact += usize::from(exact);
    }
}

#[derive(Default)]
struct Told {
    /// Of those with a single habit.
    by_habit: BTreeMap<String, Tally>,
    innocent: Tally,
    others: Tally,
    breaches: Vec<Breach>,
}

/// The fewest habits that break the contract, and the scene with what is told of it.
struct Breach {
    habits: String,
    text: String,
}

impl Told {
    fn run(&mut self, seed: u64, chosen: &[(&Habit, Side)]) {
        let made = scene(seed, chosen);
        let innocent = chosen.iter().all(|(_, side)| *side == Side::LookAlike);
        let outcome = contract::outcome(&made, innocent);
        if let [name] = made.habits.as_slice() {
            let tally = self.by_habit.entry(name.clone()).or_default();
            tally.add(outcome.exact);
        }
        if innocent {
            self.innocent.add(outcome.exact);
        } else {
            self.others.add(outcome.exact);
        }
        if !outcome.faults.is_empty() {
            self.breaches.push(smallest(seed, chosen));
        }
    }
}

/// The fewest habits of a breach, as text.
fn smallest(seed: u64, chosen: &[(&Habit, Side)]) -> Breach {
    let faulty = |habits: &[(&Habit, Side)]| {
        let innocent = habits.iter().all(|(_, side)| *side == Side::LookAlike);
        let made = scene(seed, habits);
        let outcome = contract::outcome(&made, innocent);
        (!outcome.faults.is_empty()).then_some((made, outcome))
    };
    let alone = chosen.iter().find_map(|one| faulty(&[*one]));
    let pairs = || {
        (0..chosen.len()).find_map(|without| {
            let mut fewer = chosen.to_vec();
            fewer.remove(without);
            faulty(&fewer)
        })
    };
    let found = alone.or_else(pairs).or_else(|| faulty(chosen));
    let (made, outcome) = found.expect("a breach");
    let (faults, told) = (outcome.faults.join("\n  "), outcome.told.join("\n  "));
    Breach {
        habits: made.habits.join(" + "),
        text: format!("seed {seed} · {made}  {faults}\n  told:\n  {told}\n"),
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn whatever_people_do_to_workbooks_the_truth_lies_in_the_interval() {
    let all = habits();
    let one = std::env::var("LOFTE_HABIT").ok();
    let seed = number("LOFTE_HABIT_SEED").unwrap_or(20_250_301);
    let mut told = Told::default();
    // Every habit once as such and once as its look-alike, and then as chance will have it.
    for (at, habit) in all.iter().enumerate() {
        let fitting = (seed..).map(|seed| seed * 1_000 + at as u64);
        let fits = |seed: &u64| (habit.fits)(&Scene::clean(&mut Draw::new(*seed)));
        let seeds = fitting
            .filter(fits)
            .take(if one.is_some() { 40 } else { 1 });
        for seed in seeds.filter(|_| one.as_deref().is_none_or(|one| habit.name.contains(one))) {
            told.run(seed, &[(habit, Side::Habit)]);
            told.run(seed, &[(habit, Side::LookAlike)]);
        }
    }
    let runs = if one.is_some() {
        0
    } else {
        number("LOFTE_HABIT_RUNS").unwrap_or(60)
    };
    for run in 0..runs {
        let seed = seed.wrapping_mul(7_919).wrapping_add(run);
        told.run(seed, &chosen(seed, &all));
    }
    for (name, tally) in &told.by_habit {
        println!("{:>5} of {:>5} exact: {name}", tally.exact, tally.runs);
    }
    println!("with {} habits", all.len());
    for (what, tally) in [("innocent", &told.innocent), ("others", &told.others)] {
        println!("{what}: {} runs, {} exact", tally.runs, tally.exact);
    }
    let mut shown: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for breach in &told.breaches {
        shown.entry(&breach.habits).or_insert((0, &breach.text)).0 += 1;
    }
    let shown: Vec<String> = shown
        .values()
        .map(|(times, text)| format!("{times} × {text}"))
        .collect();
    assert!(
        told.breaches.is_empty(),
        "{} breaches\n{}",
        told.breaches.len(),
        shown.join("\n")
    );
}
