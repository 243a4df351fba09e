//! Everything that a run writes, as plain text.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::setup::files::files_below;

/// Every output below a folder, unpacked, each with its name. Names are outputs too.
pub(super) fn outputs(folder: &Path) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in files_below(folder) {
        let name = path.strip_prefix(folder).unwrap().display().to_string();
        unpack(&name, &fs::read(&path).unwrap(), &mut texts);
    }
    texts
}

fn unpack(name: &str, bytes: &[u8], texts: &mut Vec<(String, String)>) {
    texts.push((format!("{name} (its name)"), name.to_owned()));
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let part_name = format!("{name}/{}", part.name().unwrap_or_default());
            let mut inside = Vec::new();
            part.read_to_end(&mut inside).unwrap();
            unpack(&part_name, &inside, texts);
        }
        return;
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    if name.ends_with(".eml") {
        attachments(name, &text, texts);
    }
    texts.push((name.to_owned(), text));
}

/// The parts of a message that are in base64 or quoted-printable.
fn attachments(name: &str, message: &str, texts: &mut Vec<(String, String)>) {
    for (at, part) in message.split("\r\n--").enumerate() {
        let Some((head, body)) = part.split_once("\r\n\r\n") else {
            continue;
        };
        let part_name = format!("{name}/{at}");
        if head.contains("base64") {
            let body: String = body.lines().collect();
            if let Ok(bytes) = STANDARD.decode(body.trim()) {
                unpack(&part_name, &bytes, texts);
            }
        } else if head.contains("quoted-printable") {
            unpack(&part_name, &unquoted(body), texts);
        }
    }
}

fn unquoted(body: &str) -> Vec<u8> {
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'=');
        let code =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    bytes
}
