//! The attacker's reading of `report.html`: figures, bars, verdicts and courses, as they stand on the page and as they are drawn.

use std::path::Path;

use super::reading::{Told, bounds, verdict_of_month};
use super::town::{MONTHS, Promise};
use crate::setup::files::files_ending;

const NAMES: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// What the pages of a version tell.
pub(super) fn read(version: &Path, promises: &[Promise], month: usize) -> Vec<Told> {
    let pages = (files_ending(version, "report.html").into_iter())
        .chain(files_ending(version, "details.html"))
        .map(|path| std::fs::read_to_string(path).unwrap());
    let mut told = Vec::new();
    for page in pages {
        told.extend(of_page(&page, promises, month));
    }
    told
}

/// The rows that a card lists: the promise, and the month and number of each.
pub(super) type Listed = (usize, Vec<(usize, i64)>);

/// The lists of rows on the pages of a version.
pub(super) fn lists(version: &Path) -> Vec<Listed> {
    let mut lists = Vec::new();
    let pages = files_ending(version, "report.html").into_iter();
    for path in pages.chain(files_ending(version, "details.html")) {
        let page = std::fs::read_to_string(path).unwrap();
        for card in page.split("<div class=\"pledge\" id=\"pledge-").skip(1) {
            let rows = card.split("<td class=\"day\">").skip(1).map(|row| {
                let year = leading(row).unwrap();
                let month = row[5..7].parse::<i64>().unwrap();
                let number = row.split("<td>").nth(1).and_then(leading).unwrap();
                (
                    usize::try_from((year - 2023) * 12 + month - 1).unwrap(),
                    number,
                )
            });
            lists.push((leading(card).unwrap() as usize - 1, rows.collect()));
        }
    }
    lists
}

fn of_page(page: &str, promises: &[Promise], month: usize) -> Vec<Told> {
    let mut told = Vec::new();
    for card in page.split("<div class=\"pledge\" id=\"pledge-").skip(1) {
        let promise = leading(card).unwrap() as usize - 1;
        // The head of the next card tells of that one.
        let ends = ["<details class=\"card ", "<section class=\"area\""];
        let end = ends.iter().filter_map(|end| card.find(end)).min();
        let card = &card[..end.unwrap_or(card.len())];
        if let Some(sum) = in_period(card) {
            told.push(Told::sum(promise, month, month, sum));
        }
        for window in card.split("<div class=\"window\">").skip(1) {
            let window = window.split("</section>").next().unwrap();
            told.extend(of_window(window, promise, month));
        }
    }
    // The small picture of a course in the overview: a bar a month, its class the verdict.
    for line in page.split("#pledge-").skip(1) {
        let promise = leading(line).unwrap() as usize - 1;
        let line = line.split("</li>").next().unwrap();
        let Some((_, picture)) = line.split_once("<svg class=\"small-course\"") else {
            continue;
        };
        let picture = picture.split("</svg>").next().unwrap();
        for path in picture.split("<path class=\"").skip(1) {
            let (class, rest) = path.split_once('"').unwrap();
            let status = class.split(' ').next().unwrap();
            let drawn = between(rest, "d=\"", "\"").unwrap_or_default();
            for run in drawn.split('M').skip(1) {
                let from = leading(run).unwrap() as usize / 4;
                // Of a line of dashes each is a month, an outline is one.
                let length = run.split_once('h').and_then(|(_, rest)| leading(rest));
                let months = (length.unwrap() as usize + 1) / 4;
                for at in from..from + months {
                    told.extend(verdict_of_month(status, promises, promise, at));
                }
            }
        }
    }
    told
}

/// «Under april 2023: 9 samtal.»
fn in_period(card: &str) -> Option<i64> {
    let mut remarks = card.split("<p class=\"remark\">").skip(1);
    remarks.find_map(|remark| {
        let (head, figure) = remark.split("</p>").next()?.split_once(": ")?;
        head.starts_with("Under ").then(|| leading(figure))?
    })
}

fn of_window(window: &str, promise: usize, month: usize) -> Vec<Told> {
    let name = between(window, "<p class=\"window-head\"><span>", "</span>").unwrap();
    let (from, to) = months(name).unwrap_or_else(|| panic!("no days: {name}"));
    if from > month {
        return Vec::new();
    }
    let to_now = to.min(month);
    let mut told = Vec::new();
    let sum = between(window, "<strong>", "</strong>").and_then(leading);
    told.extend(sum.map(|sum| Told::sum(promise, from, to_now, sum)));
    let reckoned = between(window, "<p class=\"reckoning\">", "</p>").unwrap_or_default();
    if reckoned.contains(" på ") {
        let sum = leading(reckoned);
        told.extend(sum.map(|sum| Told::sum(promise, from, to_now, sum)));
    }
    let asked = between(window, "minst ", " krävs").and_then(leading);
    let head = window.split("</p>").next().unwrap();
    let status = between(head, "<span class=\"badge ", "\"").unwrap_or_default();
    let pace = between(window, "hittills krävs ", ",").and_then(leading);
    let (low, high) = bounds(status, asked, pace);
    told.push(Told::between(promise, (from, to_now), (low, high)));
    let (low, high) = drawn(window, asked);
    told.push(Told::between(promise, (from, to_now), (low, high)));
    told
}

/// The number that a bar is as long as: beside it a line stands at what is asked. Points are rounded.
fn drawn(window: &str, asked: Option<i64>) -> (Option<i64>, Option<i64>) {
    let bar = between(window, "<svg class=\"bar\"", "</svg>").unwrap_or_default();
    let number = |text: Option<&str>| text?.parse::<f64>().ok();
    let length = number(between(bar, "<path d=\"M0 5h", "v"));
    let place = number(between(bar, "<path class=\"asked\" d=\"M", " "));
    let (Some(length), Some(place), Some(asked)) = (length, place, asked) else {
        return (None, None);
    };
    let asked = asked as f64;
    let low = ((length - 1.0) * asked / (place + 1.0)).floor() as i64;
    let high = ((length + 1.0) * asked / (place - 1.0).max(0.1)).ceil() as i64;
    // A bar that fills the picture may go on.
    (Some(low), Some(high).filter(|_| length < 880.0))
}

/// «2023», «1 januari – 31 mars 2024»: the first month and the last, from 0.
fn months(name: &str) -> Option<(usize, usize)> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let year: usize = words.last()?.parse().ok()?;
    let first = (year - 2023) * 12;
    let named = words.iter().filter_map(|word| {
        let at = NAMES.iter().position(|name| name == word)?;
        Some(first + at)
    });
    let named: Vec<usize> = named.collect();
    match named.as_slice() {
        [] => Some((first, first + 11)),
        [only] => Some((*only, *only)),
        [from, .., to] => Some((*from, *to)),
    }
    .filter(|(from, to)| from <= to && *to < MONTHS)
}

/// The number that a text begins with.
fn leading(text: &str) -> Option<i64> {
    let end = text.find(|sign: char| !sign.is_ascii_digit());
    text[..end.unwrap_or(text.len())].parse().ok()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

#[test]
fn a_page_is_read_as_it_is_drawn() {
    let bar = "<div class=\"window\"><p class=\"window-head\"><span>1 januari – 31 mars 2023</span> \
        <span class=\"badge on-track\"></span></p><span class=\"ask\">, minst 20 krävs</span><span class=\"ask\">(hittills krävs 6, i jämn \
        takt 6,57)</span><svg class=\"bar\"><path class=\"ground\" d=\"M0 5h1000v14H0z\"/><path d=\"M0 5h320v14H0z\"/>\
        <path class=\"pace\" d=\"M213 1v22\"/><path class=\"asked\" d=\"M711 0v24\"/></svg>";
    let told = of_window(bar, 0, 5);
    assert!(told.iter().all(|told| (told.from, told.to) == (0, 2)));
    assert_eq!((told[0].low, told[0].high), (Some(6), Some(19)));
    assert_eq!((told[1].low, told[1].high), (Some(8), Some(10)));
}
