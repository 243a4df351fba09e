#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::sample;
use super::super::template::embedded;
use super::*;

fn wording() -> Wording {
    Wording::new("sv", &sample::activities()).unwrap()
}

fn page(edition: &Edition) -> String {
    String::from_utf8(render(&sample::report(), edition, &wording(), &Templates::new()).unwrap()).unwrap()
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

/// What stands between `{{` and `}}` in a template.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next())
}

#[test]
fn workbook_text_is_only_text() {
    let page = page(&Edition::Full);
    assert!(!page.contains("<script"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{x}} &#x3D;1+1"));
    assert!(!page.contains('\u{202E}'));
}

#[test]
fn the_page_stands_alone() {
    let page = page(&Edition::Full);
    for outside in ["http://", "https://", " src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    for landmark in ["<header", "<main", "<nav", "<footer", "class=\"skip\""] {
        assert!(page.contains(landmark), "{landmark}");
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    let page = page(&Edition::Full);
    let after = |mark: &str| {
        page.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let ids = after(" id=\"");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for link in after("href=\"#").into_iter().chain(after("aria-labelledby=\"")) {
        assert!(ids.contains(&link), "{link}");
    }
}

#[test]
fn withheld_figures_are_nowhere() {
    for edition in [Edition::Full, Edition::Public, Edition::Partner("kommunen".to_owned())] {
        let page = page(&edition);
        assert!(!page.contains("HEMLIG7") && !page.contains("4 samtal") && !page.contains("hemligt"), "{edition:?}");
    }
}

#[test]
fn the_public_edition_has_no_remarks_findings_or_cells() {
    let page = page(&Edition::Public);
    for private in ["Anna", "Narkotika.xlsx", "id=\"findings\"", "id=\"sources\"", ">A7<"] {
        assert!(!page.contains(private), "{private}");
    }
    assert!(page.contains("Genomföra minst fyra trafiksäkerhetsinsatser"));
}

#[test]
fn a_partner_gets_its_own_pledges_and_findings() {
    let page = page(&Edition::Partner("kommunen".to_owned()));
    assert!(page.contains("kommunen/Trasig.xlsx") && page.contains("orossamtal"));
    assert!(!page.contains("Genomföra minst fyra trafiksäkerhetsinsatser"));
    assert!(!page.contains("Medborgarkontakter 2023.xlsx"));
}

#[test]
fn the_same_report_is_the_same_bytes() {
    assert_eq!(page(&Edition::Full), page(&Edition::Full));
}

#[test]
fn an_empty_report_is_told_in_words() {
    let mut report = sample::report();
    report.agreement.pledges.clear();
    report.agreement.indicators.clear();
    report.findings.clear();
    report.accounts.clear();
    report.reporting.clear();
    report.retroactive.clear();
    report.since_last.clear();
    report.previous = None;
    let page = render(&report, &Edition::Full, &wording(), &Templates::new()).unwrap();
    let page = String::from_utf8(page).unwrap();
    for key in [
        "ui-state-none",
        "ui-attention-none",
        "ui-changes-first",
        "ui-findings-none",
        "ui-retroactive-none",
        "ui-sources-none",
        "ui-silent-unexpected",
    ] {
        let words = wording().text(key);
        assert!(page.contains(&words), "{key}: {words}");
    }
}

/// Strict mode passes unknown names in `#if`, `#unless` and `#each` in silence.
#[test]
fn every_name_that_templates_ask_for_exists() {
    let report = sample::report();
    let view = serde_json::to_value(page::Page::new(&Scope::new(&report, &Edition::Full), &wording())).unwrap();
    let mut known = BTreeSet::new();
    names(&view, &mut known);
    for (file, text) in embedded().filter(|(file, _)| !file.starts_with("letter")) {
        for tag in tags(text) {
            let words: Vec<_> = tag.split_whitespace().collect();
            let name = match words.as_slice() {
                ["#if" | "#each" | "#unless" | "#with", name] => name,
                [">", _, name] => name,
                [name] if !name.starts_with(['/', '#', '>']) && !["else", "this"].contains(name) => name,
                _ => continue,
            };
            for step in name.trim_start_matches("../").trim_start_matches("@root.").split('.') {
                assert!(known.contains(step), "{file}: {tag}");
            }
        }
    }
}

#[test]
fn every_label_has_words() {
    for language in ["sv", "en"] {
        let wording = Wording::new(language, &sample::activities()).unwrap();
        for key in labels::LABELS.iter().chain(annex::METHOD) {
            assert_ne!(&wording.text(key), key, "{language}");
        }
    }
}

#[test]
fn every_edition_is_made_in_every_format() {
    for edition in [Edition::Full, Edition::Public, Edition::Partner("kommunen".to_owned())] {
        let files = super::super::render(&sample::report(), &edition, &wording(), &Templates::new()).unwrap();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["report.html", "summary.xlsx", "follow-up.json"]);
        assert!(files.iter().all(|file| file.bytes.len() > 1_000), "{edition:?}");
    }
}
