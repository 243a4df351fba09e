//! `lofte gather-one`: reads workbooks for another lofte, which asks and listens over standard input and output.

use std::collections::BTreeMap;
use std::io::{stdin, stdout};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::gather::isolate::child;
use crate::load::load;
use crate::model::agreement::Agreement;

use super::{Exit, terminal};

/// The command's name.
pub(super) const NAME: &str = "gather-one";

/// An agreement as its texts, from which both processes make the same.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Texts {
    /// The agreement's id.
    pub(super) id: String,
    /// The agreement file.
    pub(super) agreement: String,
    /// The files it asks for, by name as it writes them; none for one that cannot be read.
    pub(super) includes: BTreeMap<String, Option<String>>,
}

impl Texts {
    /// The agreement that they make.
    pub(super) fn agreement(&self) -> Option<Agreement> {
        load(&self.id, &self.agreement, &|name| {
            self.includes.get(name).cloned().flatten()
        })
        .value
    }
}

/// Reads workbooks until nobody asks any more.
pub(crate) fn gather_one() -> Exit {
    let agreement = |texts: &str| serde_json::from_str::<Texts>(texts).ok()?.agreement();
    match child::answer(stdin().lock(), stdout().lock(), agreement) {
        Ok(()) => Exit::Finished,
        Err(fault) => terminal::error(&crate::error::Error::io(Path::new(NAME), fault)),
    }
}
