//! Every sentence is there, in every language, with the same things in it.

use std::collections::{BTreeMap, BTreeSet};

use lofte::model::agreement::LANGUAGES;
use lofte::model::assessment::Status;
use lofte::model::finding::{Code, ExpectedForm, ExpectedType, ImpossibleTarget};
use lofte::wording::{Entry, Wording};

use super::root;

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

/// The word of an agreement that is a text, where it is none of the fault's own.
fn written_as_text(fault: &str) -> &'static str {
    if fault == "finding-agreement-wrong-type" {
        "none"
    } else {
        "text"
    }
}

/// A fault selects its sentence by a word: each word has its own, and no sentence waits for a word that nothing says.
#[test]
fn every_word_of_a_fault_has_its_sentence() {
    let faults = [
        ("finding-agreement-wrong-type", ExpectedType::WORDS),
        ("finding-agreement-invalid-value", ExpectedForm::WORDS),
        (
            "finding-agreement-impossible-target",
            ImpossibleTarget::WORDS,
        ),
    ];
    for language in LANGUAGES {
        let file = root().join(format!("templates/lang/{language}.ftl"));
        let text = std::fs::read_to_string(file).unwrap();
        for (key, words) in faults {
            let begin = text.find(&format!("\n{key} =")).unwrap();
            let whole = text[begin + 1..].split("\n\n").next().unwrap();
            let said: BTreeSet<&str> = whole
                .lines()
                .filter_map(|line| line.trim_start().trim_start_matches('*').strip_prefix('['))
                .filter_map(|line| Some(line.split_once(']')?.0))
                .filter(|word| !["none", "other", "book", written_as_text(key)].contains(word))
                .collect();
            let asked: BTreeSet<&str> = words.iter().copied().collect();
            let differing: Vec<_> = said.symmetric_difference(&asked).collect();
            assert!(differing.is_empty(), "{language}: {key}: {differing:?}");
        }
    }
}
