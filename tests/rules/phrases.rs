//! Every sentence is there, in every language, with the same things in it.

use std::collections::{BTreeMap, BTreeSet};

use lofte::model::agreement::LANGUAGES;
use lofte::model::assessment::Status;
use lofte::model::finding::Code;
use lofte::wording::{Entry, Wording};

fn entries(language: &str) -> BTreeSet<Entry> {
    Wording::new(language, &BTreeMap::new())
        .unwrap()
        .keys()
        .iter()
        .cloned()
        .collect()
}

#[test]
fn languages_have_the_same_sentences_with_the_same_variables() {
    assert!(LANGUAGES.len() > 1, "{LANGUAGES:?}");
    let sv = entries("sv");
    for language in LANGUAGES {
        let other = entries(language);
        let differing: Vec<_> = sv.symmetric_difference(&other).collect();
        assert!(
            differing.is_empty(),
            "not the same in sv and {language}: {differing:#?}"
        );
    }
}

#[test]
fn every_code_and_status_has_its_sentences() {
    for language in LANGUAGES {
        let keys: BTreeSet<String> = entries(language)
            .into_iter()
            .map(|entry| entry.key)
            .collect();
        let findings = Code::ALL
            .iter()
            .map(|code| format!("finding-{}", code.name()));
        let wanted: Vec<String> = findings
            .flat_map(|key| [format!("{key}.remedy"), key])
            .chain(
                Status::ALL
                    .iter()
                    .map(|status| format!("status-{}", status.name())),
            )
            .collect();
        let missing: Vec<_> = wanted.iter().filter(|key| !keys.contains(*key)).collect();
        assert!(missing.is_empty(), "{language}.ftl lacks {missing:#?}");
    }
}
