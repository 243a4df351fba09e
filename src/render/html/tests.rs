#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::sample;
use super::*;
use crate::model::agreement::Audience;
use crate::model::report::{Artefact, Report};

fn wording() -> Wording {
    Wording::new("sv", &sample::activities()).unwrap()
}

fn page(audience: &Audience) -> String {
    page_of(&sample::report(), audience)
}

fn page_of(report: &Report, audience: &Audience) -> String {
    let edition = sample::edition(report, audience);
    let mut files = render(&edition, &wording(), &Templates::default()).unwrap();
    assert_eq!(files.len(), 1);
    String::from_utf8(files.remove(0).bytes).unwrap()
}

/// Every name of a field anywhere in a view.
fn names(view: &Value, found: &mut BTreeSet<String>) {
    match view {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                names(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

#[test]
fn workbook_text_is_only_text() {
    let page = page(&Audience::Full);
    assert!(!page.contains("<script"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{x}} &#x3D;1+1"));
    assert!(!page.contains('\u{202E}'));
}

#[test]
fn the_page_stands_alone() {
    let page = page(&Audience::Full);
    for outside in ["http://", "https://", " src=", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let mut patterns = page.split("url(").skip(1);
    assert!(
        patterns.all(|rest| rest.starts_with('#')),
        "of the page itself"
    );
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"));
    assert_eq!(page.matches("<h1").count(), 1);
    for landmark in ["<header", "<main", "<nav", "<footer", "class=\"skip\""] {
        assert!(page.contains(landmark), "{landmark}");
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    let page = page(&Audience::Full);
    let after = |mark: &str| {
        page.split(mark)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let ids = after(" id=\"");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let links = after("href=\"").into_iter();
    for link in links
        .map(|link| link.strip_prefix('#').unwrap().to_owned())
        .chain(after("aria-labelledby=\""))
    {
        // A picture is labelled by its title and its description.
        for link in link.split_whitespace() {
            assert!(ids.iter().any(|id| id == link), "{link}");
        }
    }
}

#[test]
fn withheld_figures_are_nowhere() {
    for audience in [
        Audience::Full,
        Audience::Public,
        Audience::Partner("kommunen".to_owned()),
    ] {
        let page = page(&audience);
        assert!(
            !page.contains("HEMLIG7") && !page.contains("4 samtal") && !page.contains("hemligt"),
            "{audience:?}"
        );
    }
}

#[test]
fn the_public_edition_has_no_remarks_findings_or_cells() {
    let page = page(&Audience::Public);
    for private in [
        "Anna",
        "Narkotika.xlsx",
        "id=\"findings\"",
        "id=\"sources\"",
        ">A7<",
    ] {
        assert!(!page.contains(private), "{private}");
    }
    assert!(page.contains("Genomföra minst fyra trafiksäkerhetsinsatser"));
}

#[test]
fn a_partner_gets_its_own_pledges_and_findings() {
    let page = page(&Audience::Partner("kommunen".to_owned()));
    assert!(page.contains("kommunen/Trasig.xlsx") && page.contains("orossamtal"));
    assert!(!page.contains("Genomföra minst fyra trafiksäkerhetsinsatser"));
    assert!(!page.contains("Medborgarkontakter 2023.xlsx"));
}

#[test]
fn the_same_report_is_the_same_bytes() {
    assert_eq!(page(&Audience::Full), page(&Audience::Full));
}

#[test]
fn an_empty_report_is_told_in_words() {
    let mut report = sample::report();
    report.agreement.pledges.clear();
    report.agreement.indicators.clear();
    report.findings.clear();
    report.accounts.clear();
    report.reporting.clear();
    report.retroactive = Default::default();
    report.since_last.clear();
    report.previous = None;
    let page = page_of(&report, &Audience::Full);
    for key in [
        "ui-state-none",
        "ui-changes-first",
        "ui-findings-none",
        "ui-retroactive-none",
        "ui-sources-none",
        "ui-unreported-unexpected",
    ] {
        let words = wording().text(key);
        assert!(page.contains(&words), "{key}: {words}");
    }
    // Of no pledge there is nothing to say, nor a picture to explain.
    for key in ["ui-attention-none", "ui-small-course-key"] {
        assert!(!page.contains(&wording().text(key)), "{key}");
    }
}

/// Strict mode passes unknown names in conditions in silence, and what this report does not need is never filled.
#[test]
fn every_name_that_templates_ask_for_exists() {
    for &language in crate::model::agreement::LANGUAGES {
        let wording = Wording::new(language, &sample::activities()).unwrap();
        super::super::check_names(&wording, &Templates::default()).unwrap();
    }
    for (file, text) in [
        ("pledge.hbs", "\n{{#if earler}}x{{/if}}"),
        ("annex.hbs", "\n{{#each annex.finding}}x{{/each}}"),
    ] {
        let own = BTreeMap::from([(file.to_owned(), text.to_owned())]);
        let own = Templates::new(own).unwrap();
        let fault = super::super::check(&wording(), &own)
            .unwrap_err()
            .to_string();
        assert!(
            fault.starts_with(&format!("{file}: line 2: ")) && fault.contains("did you mean"),
            "{fault}"
        );
    }
}

/// What the specimen has and a page does not, or the other way round, would let a wrong name pass or stop a right one.
#[test]
fn the_specimen_has_the_names_of_a_page() {
    let report = sample::report();
    let mut known = [BTreeSet::new(), BTreeSet::new()];
    let page = Page::new(
        &sample::edition(&report, &Audience::Full),
        Medium::Screen,
        &wording(),
    );
    for (found, page) in known.iter_mut().zip([page, specimen::page(&wording())]) {
        names(&serde_json::to_value(page).unwrap(), found);
    }
    assert_eq!(known[0], known[1]);
}

#[test]
fn a_template_under_a_wrong_name_is_told() {
    let own = |name: &str| Templates::new(BTreeMap::from([(name.to_owned(), String::new())]));
    let fault = own("repport.hbs").unwrap_err().to_string();
    assert!(fault.contains("did you mean report.hbs?"), "{fault}");
    super::super::check(&wording(), &own("README.md").unwrap()).unwrap();
}

#[test]
fn every_label_has_words() {
    for &language in crate::model::agreement::LANGUAGES {
        let wording = Wording::new(language, &sample::activities()).unwrap();
        for key in labels::LABELS.iter().chain(annex::METHOD) {
            assert_ne!(&wording.text(key), key, "{language}");
        }
    }
}

/// A mark is drawn once on the page, and shown wherever a word has it; so are the axes of pictures.
#[test]
fn every_mark_is_drawn() {
    for audience in [
        Audience::Full,
        Audience::Public,
        Audience::Partner("kommunen".to_owned()),
    ] {
        let page = page(&audience);
        let shown = page.split("<use href=\"#").skip(1);
        let shown: BTreeSet<&str> = shown.filter_map(|rest| rest.split('"').next()).collect();
        assert!(shown.len() > 2, "{audience:?}: {shown:?}");
        for name in shown {
            let drawn = |mark: &str| page.matches(&format!("<{mark} id=\"{name}\"")).count();
            assert_eq!(drawn("symbol") + drawn("g"), 1, "{audience:?}: {name}");
        }
    }
}

#[test]
fn every_edition_is_made_in_every_format() {
    for audience in [
        Audience::Full,
        Audience::Public,
        Audience::Partner("kommunen".to_owned()),
    ] {
        let mut files: Vec<Artefact> = Vec::new();
        let (report, extent) = (sample::report(), super::super::Extent::Files);
        super::super::render(
            &sample::edition(&report, &audience),
            &wording(),
            &Templates::default(),
            extent,
            &mut |name, write| {
                files.push(super::super::in_memory(name, write)?);
                Ok(())
            },
        )
        .unwrap();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, super::super::FILES);
        assert!(
            files.iter().all(|file| file.bytes.len() > 1_000),
            "{audience:?}"
        );
    }
}

/// State, failures, changes and silence before what is on its way, so that they share the first screen.
#[test]
fn the_first_screen_tells_what_matters_first() {
    let page = page(&Audience::Full);
    let order = [
        "class=\"state\"",
        "id=\"attention\"",
        "class=\"rest\"",
        "id=\"changes\"",
        "id=\"unreported\"",
        "id=\"contents\"",
    ];
    let places: Vec<usize> = order.iter().map(|mark| page.find(mark).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    let pledges = sample::report().agreement.pledges.len();
    assert_eq!(page.matches("class=\"at-a-glance\"").count(), pledges);
    assert_eq!(
        page.matches("Ingen förklaring lämnad.").count() % 2,
        0,
        "in the list and below"
    );
    assert!(
        page.contains("augusti–september 2023 (Medborgarkontakter)"),
        "months in a row are one"
    );
    assert!(page.contains("1 siffra för en tid som redan är redovisad har ändrats i efterhand."));
}

#[test]
fn a_partner_begins_with_what_it_has_to_mend_and_reads_of_no_other_workbook() {
    let mut report = sample::report();
    for assessment in &mut report.assessments {
        for target in &mut assessment.targets {
            target.responsible.push("kommunen".to_owned());
        }
    }
    let partner = Audience::Partner("kommunen".to_owned());
    for audience in [Audience::Full, partner] {
        let page = page_of(&report, &audience);
        let (findings, pledges) = (
            page.find("id=\"findings\"").unwrap(),
            page.find("class=\"pledge\"").unwrap(),
        );
        let is_full = audience == Audience::Full;
        assert_eq!(findings < pledges, !is_full);
        assert_eq!(
            page.contains("polisen/"),
            is_full,
            "names of others' workbooks"
        );
        assert_eq!(page.contains("id=\"background\""), is_full);
        assert_eq!(
            page.contains("räknas också."),
            !is_full,
            "that rows of others count is told"
        );
        assert_eq!(page.contains("kommunen/Trasig.xlsx: 1 att rätta"), !is_full);
    }
}

#[test]
fn the_state_is_a_sentence_whatever_the_pledges_are() {
    use crate::model::assessment::Status;
    let wording = wording();
    let state = |tally: &[(Status, usize)]| super::super::overview::state_of(tally, &wording);
    for (tally, expected) in [
        (&[][..], "Det finns inga löften att följa upp."),
        (
            &[(Status::Fulfilled, 1)][..],
            "Det enda löftet är uppfyllt.",
        ),
        (
            &[(Status::Fulfilled, 60)][..],
            "Alla 60 löften är uppfyllda.",
        ),
        (
            &[(Status::NotReported, 2)][..],
            "Inget av de 2 löftena går att bedöma, för ingen har rapporterat.",
        ),
        (
            &[(Status::NotFulfilled, 1)][..],
            "Det enda löftet är inte uppfyllt.",
        ),
        (
            &[(Status::Fulfilled, 1), (Status::Behind, 2)][..],
            "3 löften: 1 är uppfyllt och 2 ligger efter.",
        ),
    ] {
        assert_eq!(state(tally), expected);
    }
}

/// A log of years must not become a book, nor take the memory of one; what is left out is told with its number.
#[test]
fn a_long_list_is_shortened_and_says_so() {
    let mut report = sample::report();
    let target = report
        .assessments
        .iter_mut()
        .flat_map(|one| &mut one.targets)
        .find(|one| !one.counted.is_empty());
    let target = target.unwrap();
    target.counted = vec![target.counted[0].clone(); 5_000].into();
    for (medium, at_most) in [(Medium::Screen, 3_000), (Medium::Paper, 1_500)] {
        let page = Page::new(
            &sample::edition(&report, &Audience::Full),
            medium,
            &wording(),
        );
        let goals = || {
            page.areas
                .iter()
                .flat_map(|area| &area.cards)
                .flat_map(|card| &card.targets)
        };
        let rows: usize = goals().map(|goal| goal.counted.len()).sum();
        assert!((at_most - 10..=at_most).contains(&rows), "{rows}");
        let long = goals().find(|goal| !goal.counted_cut.is_empty()).unwrap();
        assert!(
            long.counted_heading.contains("5\u{a0}000"),
            "{}",
            long.counted_heading
        );
        assert!(
            long.counted_cut.contains("av 5\u{a0}000 rader"),
            "{}",
            long.counted_cut
        );
        assert_eq!(
            goals().filter(|goal| !goal.counted_cut.is_empty()).count(),
            1
        );
    }
}
