//! An agreement as its texts, from which every process makes the same.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::book::{CellPlaces, ReadBook};
use super::{load, sha256};
use crate::model::agreement::Agreement;
use crate::model::finding::{Checked, Finding};

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct AgreementTexts {
    /// The agreement's id.
    pub(crate) id: String,
    /// The agreement file.
    agreement: String,
    /// The files it includes, by name as it writes them; none for one that cannot be read.
    pub(crate) includes: BTreeMap<String, Option<String>>,
    /// SHA-256 of the file it was read from, hexadecimal; empty where that is the text. Whoever reads workbooks has no need of it.
    #[serde(skip)]
    sha256: String,
    /// The cells of its workbook; none for a text file.
    #[serde(skip)]
    places: Option<CellPlaces>,
}

impl AgreementTexts {
    /// Loads an agreement, and keeps what `include` gave of the files that it includes.
    pub(crate) fn of(
        id: String,
        agreement: String,
        include: impl Fn(&str) -> Option<String>,
    ) -> (AgreementTexts, Checked<Option<Agreement>>) {
        let includes = RefCell::new(BTreeMap::new());
        let loaded = load(&id, &agreement, &|name| {
            let text = include(name);
            includes.borrow_mut().insert(name.to_owned(), text.clone());
            text
        });
        let texts = AgreementTexts {
            id,
            agreement,
            includes: includes.into_inner(),
            ..AgreementTexts::default()
        };
        (texts, loaded)
    }

    /// The same of an agreement that is a workbook of these bytes. Faults are told in its own words, at its cells.
    pub(crate) fn of_book(
        id: String,
        book: ReadBook<'_>,
        bytes: &[u8],
        include: impl Fn(&str) -> Option<String>,
    ) -> (AgreementTexts, Checked<Option<Agreement>>) {
        let (texts, loaded) = AgreementTexts::of(id, book.text.clone(), include);
        let sha256 = sha256(bytes);
        let mut findings = book.faults.clone();
        let is_whole = findings.is_empty();
        let told = loaded.findings.into_iter();
        findings.extend(told.map(|finding| book.told(finding)));
        let agreement = loaded.value.filter(|_| is_whole);
        let agreement = agreement.map(|agreement| Agreement {
            sha256: sha256.clone(),
            ..agreement
        });
        let texts = AgreementTexts {
            sha256,
            places: Some(book.places),
            ..texts
        };
        (texts, Checked::new(agreement, findings))
    }

    /// Findings about lines of the agreement, at the cells of its workbook if it is one.
    pub(crate) fn placed(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let Some(places) = &self.places else {
            return findings;
        };
        findings
            .into_iter()
            .map(|finding| places.placed(finding))
            .collect()
    }

    /// The agreement file.
    pub(crate) fn text(&self) -> &str {
        &self.agreement
    }

    /// The agreement that they make.
    pub(crate) fn load(&self) -> Checked<Option<Agreement>> {
        let mut loaded = load(&self.id, &self.agreement, &|name| {
            self.includes.get(name).cloned().flatten()
        });
        if let Some(agreement) = loaded.value.as_mut().filter(|_| !self.sha256.is_empty()) {
            agreement.sha256.clone_from(&self.sha256);
        }
        loaded
    }
}
