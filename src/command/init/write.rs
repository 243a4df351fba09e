//! What `init` lays into the agreement's folder. Nothing that lies there already is written over.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::super::{book, folder};
use super::Init;
use crate::error::Error;
use crate::load::schema;

/// Writes the agreement where there is none: a text beside its schema, or a workbook, which needs none.
pub(super) fn write_agreement(options: &Init, path: &Path, text: &str) -> Result<(), Error> {
    let bytes = if folder::is_book(path) {
        book::bytes(text, &options.language)?
    } else {
        let schema = options.folder.join(schema::FILE);
        fs::write(&schema, schema::text()).map_err(|fault| Error::io(&schema, fault))?;
        text.as_bytes().to_vec()
    };
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            return Err(there_is_one(path));
        }
        Err(fault) => return Err(Error::io(path, fault)),
    };
    file.write_all(&bytes)
        .map_err(|fault| Error::io(path, fault))
}

pub(super) fn there_is_one(path: &Path) -> Error {
    let fault =
        "there is an agreement already, and it is left as it is; name another folder".to_owned();
    Error::Damaged {
        path: path.to_owned(),
        fault,
    }
}
