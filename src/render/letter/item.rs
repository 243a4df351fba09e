//! A pledge in a letter: how it stands, who answers for it, why, and what happens now.

use serde::Serialize;

use super::super::html::{sign, tone};
use super::super::plain::{FIRST_SCREEN, abridged, one_line};
use super::super::standing::Standing;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// A pledge in a letter. Texts that there are none of are empty.
#[derive(Debug, Default, Serialize)]
pub(super) struct Item {
    number: usize,
    text: String,
    status: String,
    sign: &'static str,
    tone: &'static str,
    /// «Ansvarig: Polisen».
    who: String,
    /// How it stands and what remains, a line a window.
    lines: Vec<String>,
    /// Windows before that were not kept.
    broken: Vec<String>,
    why: String,
    next: String,
    /// Said where something is unexplained.
    lacking: String,
}

impl Item {
    /// One with an element in every list, for the names that templates may use.
    pub(super) fn specimen() -> Item {
        Item {
            lines: vec![String::new()],
            broken: vec![String::new()],
            ..Item::default()
        }
    }

    pub(super) fn new(standing: &Standing<'_>, wording: &Wording) -> Item {
        let status = standing.pledge.status;
        let named = |label: &'static str, text: &str| {
            if text.is_empty() {
                return String::new();
            }
            let phrase = Phrase::new("letter-named")
                .with("label", wording.text(label))
                .with("text", one_line(text));
            wording.phrase(&phrase)
        };
        let told = standing.explanation.clone().unwrap_or_default();
        let why = named("ui-note-why", &told.why);
        Item {
            number: standing.pledge.number,
            text: abridged(&standing.pledge.text, FIRST_SCREEN),
            status: wording.status(status),
            sign: sign(status),
            tone: tone(status),
            who: named("ui-responsible", &standing.responsible),
            lines: (standing.lines.iter().chain(&standing.to_do))
                .map(|line| one_line(line))
                .collect(),
            broken: standing
                .earlier
                .iter()
                .map(|line| named("ui-earlier", line))
                .collect(),
            why: if why.is_empty() || told.said.is_empty() {
                why
            } else {
                format!("{why} ({})", one_line(&told.said))
            },
            next: named("ui-note-next", &told.next),
            lacking: told.lacking,
        }
    }
}
