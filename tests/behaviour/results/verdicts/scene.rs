//! What was told, and what really happened, as a target is given it.

use chrono::Days as DayCount;
use lofte::model::quantity::{Quantity, Truth};
use lofte::model::span::DateSpan;
use lofte::model::target::{
    Distinct, EarlierTime, Item, MeasuredValues, RequiredPart, RequiredStep, TargetKind,
    WindowInput, WindowRequest,
};

use super::drawn::{Known, Setting};

pub(super) fn scene<'a>(
    setting: &Setting,
    kind: &TargetKind,
    items: &'a [Item],
    whole: &'a [Item],
) -> WindowInput<'a> {
    let part = |name: &str, in_use| RequiredPart {
        name: name.into(),
        words: vec![name.into()],
        in_use,
    };
    WindowInput {
        window: setting.window,
        around: setting.window,
        end: setting.end,
        as_of: setting.end + DayCount::new(5),
        continuous: false,
        unit: "x".into(),
        covered: true,
        missing: setting.missing.clone(),
        damaged: setting.damaged,
        items,
        whole,
        requests: Vec::new(),
        steps: Vec::new(),
        parts: vec![part("a", setting.window), part("b", setting.in_use)],
        excepted: setting.excepted.clone(),
        days: setting.days.clone(),
        distinct: match kind {
            TargetKind::Share { .. }
            | TargetKind::EachPart { .. }
            | TargetKind::EachPeriod { .. }
            | TargetKind::Together { .. } => Distinct::No,
            _ => setting.distinct,
        },
        earlier: EarlierTime {
            sum: Some(setting.before.0),
            ..EarlierTime::default()
        },
        measured: MeasuredValues::default(),
    }
}

/// What was told: rows of a month that nobody told about are not there, and neither are those of a damaged workbook.
pub(super) fn reported_scene<'a>(
    setting: &Setting,
    kind: &TargetKind,
    reported: &'a [Known],
    items: &'a [Item],
    whole: &'a [Item],
) -> WindowInput<'a> {
    let as_of = setting.end + DayCount::new(5);
    let requests = reported.iter().filter(|one| {
        one.reported.date.overlaps(setting.window) && one.reported.date.from <= setting.end
    });
    let requests = requests.map(|one| WindowRequest {
        date: one.reported.date,
        answered: one
            .answer
            .map(|(days, _)| days)
            .filter(|days| days.to <= as_of),
        certain: one.reported.dated && one.reported.date.within(setting.window),
        by_rules: Truth::Yes,
        case: None,
        origin: one.reported.origin.clone(),
    });
    let steps = reported.iter().map(|one| RequiredStep {
        text: one.reported.origin.cell.clone(),
        due: Some(one.reported.date.to),
        done: one
            .answer
            .filter(|(_, day)| *day <= as_of)
            .map(|(days, _)| Some(days)),
    });
    WindowInput {
        requests: requests.collect(),
        steps: steps.collect(),
        ..scene(setting, kind, items, whole)
    }
}

pub(super) fn real_scene<'a>(
    setting: &Setting,
    kind: &TargetKind,
    all: &[Known],
    items: &'a [Item],
    whole: &'a [Item],
) -> WindowInput<'a> {
    let as_of = setting.end + DayCount::new(5);
    let requests = all
        .iter()
        .filter(|one| one.real.date.overlaps(setting.window) && one.real.date.from <= setting.end);
    // What was not told of as answered by as-of was not answered by as-of.
    let answered = |one: &Known| {
        one.answer
            .filter(|(days, _)| days.to <= as_of)
            .map(|(_, day)| DateSpan::day(day))
    };
    let requests = requests.map(|one| WindowRequest {
        date: one.real.date,
        answered: answered(one),
        certain: true,
        by_rules: Truth::Yes,
        case: None,
        origin: one.real.origin.clone(),
    });
    let steps = all.iter().map(|one| RequiredStep {
        text: one.real.origin.cell.clone(),
        due: Some(one.reported.date.to),
        done: one
            .answer
            .filter(|(_, day)| *day <= as_of)
            .map(|(_, day)| Some(DateSpan::day(day))),
    });
    let complete = Setting {
        missing: Vec::new(),
        damaged: false,
        before: (Quantity::exact(setting.before.1), setting.before.1),
        ..setting.clone()
    };
    WindowInput {
        requests: requests.collect(),
        steps: steps.collect(),
        ..scene(&complete, kind, items, whole)
    }
}

/// The same with its place before each of its words, as of a target whose parts are asked for at one place.
fn at_a_place(item: Item) -> Item {
    let place = if item.origin.cell.as_str() < "n" {
        "x"
    } else {
        "y"
    };
    let words = item.words.iter();
    let words = words.map(|word| format!("{place}\u{1f}{word}")).collect();
    Item { words, ..item }
}

/// The items of a target: of a share those of the part, perhaps where it is not known.
pub(super) fn items(
    kind: &TargetKind,
    all: &[Known],
    of: impl Fn(&Known) -> (Item, Truth),
) -> Vec<Item> {
    let is_share = matches!(kind, TargetKind::Share { .. });
    let of_part = |one: &Known| {
        let (item, part) = of(one);
        match part {
            _ if !is_share => Some(item),
            Truth::Yes => Some(item),
            Truth::Unknown => Some(Item {
                value: item.value.perhaps(),
                ..item
            }),
            Truth::No => None,
        }
    };
    // A row of a state is about all of its days, as it is written.
    let of_part = |one: &Known| {
        let item = of_part(one)?;
        Some(match kind {
            TargetKind::State { .. } => Item {
                date: one.reported.date,
                dated: one.reported.dated,
                ..item
            },
            _ => item,
        })
    };
    let items = all.iter().filter_map(of_part);
    if matches!(kind, TargetKind::Together { same, .. } if same != "day") {
        items.map(at_a_place).collect()
    } else {
        items.collect()
    }
}
