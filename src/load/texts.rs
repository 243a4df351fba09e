//! An agreement as its texts, from which every process makes the same.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::load;
use crate::model::agreement::Agreement;
use crate::model::finding::Checked;

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct AgreementTexts {
    /// The agreement's id.
    pub(crate) id: String,
    /// The agreement file.
    agreement: String,
    /// The files it includes, by name as it writes them; none for one that cannot be read.
    pub(crate) includes: BTreeMap<String, Option<String>>,
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
        };
        (texts, loaded)
    }

    /// The agreement that they make.
    pub(crate) fn load(&self) -> Checked<Option<Agreement>> {
        load(&self.id, &self.agreement, &|name| {
            self.includes.get(name).cloned().flatten()
        })
    }
}
