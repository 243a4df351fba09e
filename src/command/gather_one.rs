//! `lofte gather-one`: reads workbooks for another lofte, which asks and listens over standard input and output.

use std::io::{stdin, stdout};
use std::path::Path;

use crate::gather::isolate::child;
use crate::load::AgreementTexts;

use super::{Exit, terminal};

/// The command's name.
pub(super) const NAME: &str = "gather-one";

/// Reads workbooks until nobody asks any more.
pub(crate) fn gather_one() -> Exit {
    let agreement = |texts: &str| {
        serde_json::from_str::<AgreementTexts>(texts)
            .ok()?
            .load()
            .value
    };
    match child::answer(stdin().lock(), stdout().lock(), agreement) {
        Ok(()) => Exit::Finished,
        Err(fault) => terminal::error(&crate::error::Error::io(Path::new(NAME), fault)),
    }
}
