//! Municipalities that do not exist: what they promise, what their workbooks hold, and in which order they are followed up.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::setup::draw::Draw;

/// How many months the term has, from January 2023.
pub(super) const MONTHS: usize = 24;
pub(super) const GROUPS: [&str; 3] = ["X", "Y", "Z"];

/// A target, in what its figures add up.
#[derive(Clone, Debug)]
pub(super) struct Promise {
    pub(super) pledge: String,
    /// Which groups count.
    pub(super) groups: Vec<usize>,
    /// Whether the other activity counts too, which is not about persons.
    pub(super) others: bool,
    /// At least so many; none if it is only shown.
    pub(super) least: Option<i64>,
    over: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// From 0.
    pub(super) month: usize,
    pub(super) group: usize,
    pub(super) count: i64,
    /// Since which run it stands in the workbook.
    since: usize,
    day: u32,
}

/// One run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The month it is about, from 0.
    pub(super) month: usize,
    /// The latest month that has been, so that its rows stand in the workbook.
    pub(super) latest: usize,
    /// Which state of the workbooks it sees.
    pub(super) state: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Town {
    pub(super) promises: Vec<Promise>,
    pub(super) rows: Vec<Row>,
    /// The other activity, a number a month.
    pub(super) others: Vec<i64>,
    pub(super) steps: Vec<Step>,
    /// Whether each row is one person, and there is no column of numbers.
    a_person: bool,
}

impl Town {
    pub(super) fn drawn(seed: u64) -> Town {
        let mut draw = Draw::named(seed, "town");
        let a_person = draw.once_in(5);
        let rich = draw.pick(&[2_u64, 6, 12]);
        let mut rows = Vec::new();
        for month in 0..MONTHS {
            for group in 0..GROUPS.len() {
                let times = draw.below(3);
                for _ in 0..times {
                    let count = if a_person {
                        1
                    } else {
                        draw.within(1, rich) as i64
                    };
                    rows.push(Row {
                        month,
                        group,
                        count,
                        since: 0,
                        day: draw.within(1, 28) as u32,
                    });
                }
            }
        }
        let mut steps = steps(&mut draw);
        if draw.once_in(3) {
            // Some rows are written long after, and a version is made anew.
            let late = steps.len() / 2;
            for row in &mut rows {
                if draw.once_in(12) && row.month <= steps[late].latest {
                    row.since = 1;
                }
            }
            let again = steps[late - 1];
            steps.insert(late, again);
            steps[late..].iter_mut().for_each(|step| step.state = 1);
        }
        Town {
            promises: promises(&mut draw),
            rows,
            others: (0..MONTHS).map(|_| draw.within(0, 9) as i64).collect(),
            steps,
            a_person,
        }
    }

    pub(super) fn agreement(&self) -> String {
        let mut text = String::from(
            "title = \"Prov\"\nmunicipality = \"Provby\"\npolice_area = \"LPO Prov\"\nfrom = 2023-01-01\nto = 2024-12-31\n\
             [partners.p]\nname = \"Socialtjänsten\"\n\
             [activities.a]\none = \"samtal\"\nmany = \"samtal\"\npersons = true\n\
             [activities.b]\none = \"möte\"\nmany = \"möten\"\n\
             [[recipient]]\nname = \"Webben\"\nrole = \"web\"\naddress = \"webb@example.org\"\n",
        );
        for promise in &self.promises {
            let of = if promise.others {
                "[\"a\", \"b\"]"
            } else {
                "\"a\""
            };
            let kind = match promise.least {
                Some(least) => format!("at_least = {least}"),
                None => "kind = \"shown\"".to_owned(),
            };
            let _ = write!(
                text,
                "[[pledge]]\nid = \"{}\"\ntext = \"Ett löfte.\"\nresponsible = [\"p\"]\n[[pledge.target]]\nof = {of}\n{kind}\n\
                 over = \"{}\"\n",
                promise.pledge, promise.over
            );
            if promise.groups.len() < GROUPS.len() {
                let groups: Vec<&str> = promise.groups.iter().map(|group| GROUPS[*group]).collect();
                let _ = writeln!(text, "only = {{ group = {groups:?} }}");
            }
        }
        let count = if self.a_person {
            ""
        } else {
            ", count = \"Antal\""
        };
        let _ = write!(
            text,
            "[[source]]\npartner = \"p\"\nfiles = \"b.xlsx\"\n[[source.sheet]]\nname = \"Blad1\"\nlayout = \"log\"\nactivity = \"a\"\n\
             columns = {{ date = \"Datum\", group = \"Grupp\"{count} }}\n"
        );
        if self.promises.iter().any(|promise| promise.others) {
            text.push_str(
                "[[source]]\npartner = \"p\"\nfiles = \"m.xlsx\"\n[[source.sheet]]\nname = \"Blad1\"\nlayout = \"log\"\nactivity = \"b\"\n\
                 columns = { date = \"Datum\", count = \"Antal\" }\n",
            );
        }
        text
    }

    /// The rows that stand in the workbook when a run is made.
    pub(super) fn written(&self, step: Step) -> impl Iterator<Item = &Row> {
        let rows = self.rows.iter();
        rows.filter(move |row| row.month <= step.latest && row.since <= step.state)
    }

    /// The workbooks, as text.
    pub(super) fn workbooks(&self, step: Step) -> [(&'static str, String); 2] {
        let mut own = String::from("== Blad1\nDatum | Grupp | Antal\n");
        for (number, row) in self.written(step).enumerate() {
            let date = day(row.month, row.day);
            let count = if self.a_person {
                format!("s{number}")
            } else {
                row.count.to_string()
            };
            let _ = writeln!(own, "{date} | {} | {count}", GROUPS[row.group]);
        }
        let mut others = String::from("== Blad1\nDatum | Antal\n");
        for (month, count) in self.others.iter().enumerate().take(step.latest + 1) {
            let _ = writeln!(others, "{} | {count}", day(month, 5));
        }
        [("b.xlsx", own), ("m.xlsx", others)]
    }
}

/// A day of a month of the term.
pub(super) fn day(month: usize, day: u32) -> NaiveDate {
    let year = 2023 + (month / 12) as i32;
    NaiveDate::from_ymd_opt(year, (month % 12 + 1) as u32, day).unwrap()
}

/// A run for every month: in order, or with some put off to later.
fn steps(draw: &mut Draw) -> Vec<Step> {
    let mut months: Vec<usize> = (0..MONTHS).collect();
    if draw.once_in(3) {
        for _ in 0..4 {
            let from = draw.below(MONTHS - 1);
            let month = months.remove(from);
            months.insert(draw.within(from as u64, MONTHS as u64 - 1) as usize, month);
        }
    } else if draw.once_in(3) {
        // Nobody runs in July, or now and then.
        months.retain(|_| !draw.once_in(5));
    }
    let mut latest = 0;
    let steps = months.into_iter().map(|month| {
        latest = latest.max(month);
        Step {
            month,
            latest,
            state: 0,
        }
    });
    steps.collect()
}

fn promises(draw: &mut Draw) -> Vec<Promise> {
    let mut promises = Vec::new();
    let mut add = |groups: &[usize], others, least, over| {
        promises.push(Promise {
            pledge: format!("p{}", promises.len()),
            groups: groups.to_vec(),
            others,
            least,
            over,
        });
    };
    let all = [0, 1, 2];
    add(&all, false, Some(draw.within(2, 60) as i64), "year");
    if draw.once_in(2) {
        add(&all, false, None, draw.pick(&["quarter", "half-year"]));
    }
    if draw.once_in(2) {
        for group in all.into_iter().take(draw.within(2, 3) as usize) {
            add(&[group], false, None, "year");
        }
    }
    if draw.once_in(3) {
        add(&all, true, None, "year");
    }
    promises
}
