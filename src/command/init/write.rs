//! What `init` lays into the agreement's folder. Nothing that lies there already is written over.

use std::fs;
use std::path::Path;

use super::super::{book, folder};
use super::Init;
use crate::error::{DamageFault, Error};
use crate::load::book::BookReading;
use crate::load::schema;
use crate::store::write_new;

/// Writes the agreement where there is none: a text beside its schema, or a workbook, which needs none, with what else sheets of the
/// partners may be.
pub(super) fn write_agreement(
    options: &Init,
    path: &Path,
    text: &str,
    readings: &[BookReading],
) -> Result<(), Error> {
    let bytes = if folder::is_book(path) {
        book::bytes(text, &options.language, readings)?
    } else {
        let schema = options.folder.join(schema::FILE);
        fs::write(&schema, schema::text()).map_err(|fault| Error::io(&schema, fault))?;
        text.as_bytes().to_vec()
    };
    if write_new(path, &bytes)? {
        Ok(())
    } else {
        Err(there_is_one(path))
    }
}

pub(super) fn there_is_one(path: &Path) -> Error {
    Error::damaged(path, DamageFault::AgreementThere)
}
