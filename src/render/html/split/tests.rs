#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use super::super::super::sample;
use super::super::{DETAILS_TEMPLATE, TEMPLATE, render};
use super::*;
use crate::model::agreement::Audience;
use crate::render::html::Medium;
use crate::render::template::{Escape, Templates};

fn wording() -> Wording {
    Wording::new("sv", &sample::activities()).unwrap()
}

fn fill(template: &str, page: &Page) -> String {
    let filled = Templates::default().fill(template, Escape::Html, &wording(), page);
    filled.unwrap().split_once("<body").unwrap().1.to_owned()
}

/// The whole page, and the two of every step.
fn pages(edition: &Edition) -> (String, Vec<(Step, String, String)>) {
    let page = Page::new(edition, Medium::Screen, &wording());
    let in_two = |step| {
        let first = fill(TEMPLATE, &first(&page, step, edition, &wording()));
        (step, first, fill(DETAILS_TEMPLATE, &details(&page, step)))
    };
    (
        fill(TEMPLATE, &page),
        Step::ALL.into_iter().map(in_two).collect(),
    )
}

/// What stands between the tags.
fn texts(page: &str) -> BTreeSet<&str> {
    let pieces = page.split('<').filter_map(|piece| piece.split_once('>'));
    pieces.map(|(_, text)| text.trim()).collect()
}

/// Everything from one text to another.
fn each<'a>(page: &'a str, from: &str, to: &str) -> BTreeSet<&'a str> {
    let pieces = page.split(from).skip(1);
    pieces
        .map(|piece| piece.split_once(to).unwrap().0)
        .collect()
}

#[test]
fn nothing_is_lost_over_two_pages() {
    let edition = sample::edition(&sample::report(), &Audience::Public);
    let (whole, in_two) = pages(&edition);
    for (step, first, details) in in_two {
        let both = format!("{first}{details}");
        let mut lost: Vec<&str> = texts(&whole).difference(&texts(&both)).copied().collect();
        if step >= Step::Courses {
            // What the small picture means.
            lost.retain(|text| *text != wording().text("ui-small-course-key"));
        }
        if step >= Step::Names {
            // Sentences of names, each of which stands on its line.
            lost.retain(|text| !whole.contains(&format!("<p>{text}</p>\n")));
        }
        assert!(lost.is_empty(), "{step:?}: {lost:?}");
        for (from, to) in [
            ("<table", "</table>"),
            ("<svg class=\"bar\"", "</svg>"),
            ("<svg class=\"chart\"", "</svg>"),
            ("<svg class=\"small-course\"", "</svg>"),
        ] {
            if from.contains("small-course") && step >= Step::Courses {
                continue;
            }
            let lost: Vec<&str> = (each(&whole, from, to).difference(&each(&both, from, to)))
                .copied()
                .collect();
            assert!(lost.is_empty(), "{step:?}: {lost:?}");
        }
        assert!(!each(&whole, "<svg class=\"chart\"", "</svg>").is_empty());
    }
}

#[test]
fn links_lead_to_where_things_are() {
    let edition = sample::edition(&sample::report(), &Audience::Public);
    for (step, first, details) in pages(&edition).1 {
        for (page, other, name) in [(&first, &details, DETAILS), (&details, &first, FIRST)] {
            let there = each(page, "href=\"", "\"");
            assert!(there.contains(name), "{step:?}: a way to {name}");
            for link in there {
                let (file, id) = link.split_once('#').unwrap_or((link, "top"));
                let target = if file.is_empty() { page } else { other };
                assert!(file.is_empty() || file == name, "{step:?}: {link}");
                let found = target.matches(&format!(" id=\"{id}\"")).count();
                assert_eq!(found, 1, "{step:?}: {link} of the page beside {name}");
            }
        }
        let lines = each(&first, "<p class=\"at-a-glance\">", "</p>");
        assert_eq!(lines.len(), edition.pledges.len(), "{step:?}");
        let led = lines.iter().filter(|line| line.contains(DETAILS)).count();
        assert_eq!(led == lines.len(), step > Step::Calm, "{step:?}");
        let heads = first.matches("class=\"card-head\"").count();
        let expected = if step > Step::Calm { 0 } else { lines.len() };
        assert_eq!(heads, expected, "{step:?}");
    }
}

#[test]
fn what_remains_of_those_that_need_somebody_stays_first() {
    let edition = sample::edition(&sample::report(), &Audience::Public);
    let lines = |at: Step| {
        let (_, in_two) = pages(&edition);
        let (_, first, _) = in_two.into_iter().find(|(step, ..)| *step == at).unwrap();
        first.matches("<p class=\"line").count()
    };
    assert!(lines(Step::Pledges) > lines(Step::Told));
}

/// Agreements with as many pledges as asked, from the sample's; all public.
fn many(pledges: usize, name: Option<&str>) -> Edition {
    let mut edition = sample::edition(&sample::report(), &Audience::Public);
    let all = std::mem::take(&mut edition.pledges);
    let again = (1..).zip(all.iter().cycle()).take(pledges);
    edition.pledges = again
        .map(|(number, pledge)| {
            let mut pledge = pledge.clone();
            pledge.number = number;
            pledge.id = format!("{}-{number}", pledge.id);
            if let Some(name) = name {
                pledge.name = Some(name.to_owned());
            }
            pledge
        })
        .collect();
    edition
}

#[test]
fn the_first_page_is_small_whatever_the_pledges_are() {
    let long = "å".repeat(80);
    for (pledges, name, files) in [
        (0, None, 1),
        (1, None, 1),
        (1, Some(long.as_str()), 1),
        (60, None, 2),
        (60, Some(long.as_str()), 2),
        (150, None, 2),
    ] {
        let edition = many(pledges, name);
        let made = render(&edition, &wording(), &Templates::default()).unwrap();
        let names: Vec<&str> = made.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, [FIRST, DETAILS][..files], "{pledges}");
        let bytes = made[0].bytes.len();
        assert!(bytes < LIMIT, "{pledges} {name:?}: {bytes}");
        let again = render(&edition, &wording(), &Templates::default()).unwrap();
        assert_eq!(made, again, "{pledges}");
    }
}

#[test]
fn only_the_web_has_its_page_in_two() {
    let mut report = sample::report();
    let long = "Löftet är långt. ".repeat(10_000);
    report.agreement.background = Some(long);
    for (audience, files) in [(Audience::Full, 1), (Audience::Public, 2)] {
        let edition = sample::edition(&report, &audience);
        let made = render(&edition, &wording(), &Templates::default()).unwrap();
        assert_eq!(made.len(), files, "{audience:?}");
    }
}
