//! Everything found wrong on the way through an agreement.

use std::cell::RefCell;

use super::tree::{Broken, Spot};
use crate::model::finding::{Arg, Code, Finding, Place};
use crate::text::nearest;

/// The faults so far. Shared by all who read, so that none of them stops at the first.
#[derive(Default)]
pub(super) struct Faults {
    /// The included files, from number 1.
    included: Vec<String>,
    found: RefCell<Vec<(Spot, Finding)>>,
}

impl Faults {
    /// Notes an included file; gives its number.
    pub(super) fn enter(&mut self, file: &str) -> usize {
        self.included.push(file.to_owned());
        self.included.len()
    }

    /// Adds a fault. `file` tells which included file its line is of.
    pub(super) fn add(
        &self,
        code: Code,
        spot: Spot,
        args: impl IntoIterator<Item = (&'static str, Arg)>,
    ) {
        let file = spot
            .file
            .checked_sub(1)
            .and_then(|index| self.included.get(index));
        let mut finding = Finding::new(code, Place::line(spot.line));
        finding.args.extend(args);
        finding
            .args
            .insert("file", file.map_or_else(|| "none".into(), Arg::from));
        self.found.borrow_mut().push((spot, finding));
    }

    /// A word that is none of those it can be.
    pub(super) fn unknown<'c>(
        &self,
        code: Code,
        spot: Spot,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) {
        self.unknown_of(code, spot, [("word", word)], candidates);
    }

    /// The same with arguments more; `word` or `value` among them is what may be mistyped.
    pub(super) fn unknown_of<'c, const N: usize>(
        &self,
        code: Code,
        spot: Spot,
        args: [(&'static str, &str); N],
        candidates: impl IntoIterator<Item = &'c str>,
    ) {
        let named = args
            .iter()
            .find(|(name, _)| matches!(*name, "word" | "value"));
        let near = named
            .and_then(|(_, word)| nearest(word, candidates))
            .unwrap_or("none");
        let args = args.map(|(name, text)| (name, Arg::from(text)));
        self.add(
            code,
            spot,
            args.into_iter().chain([("nearest", near.into())]),
        );
    }

    /// A value that cannot be read. `expects` is a token that the sentence selects on.
    pub(super) fn invalid(&self, spot: Spot, key: &str, value: &str, expects: &'static str) {
        let args = [("key", key), ("value", value), ("expects", expects)];
        self.unknown_of(Code::AgreementInvalidValue, spot, args, []);
    }

    /// A text that is not TOML. The crate calls a table written twice a duplicate key: that is an id used twice.
    pub(super) fn broken(&self, broken: &Broken) {
        if broken.message.starts_with("duplicate key") {
            self.add(
                Code::AgreementDuplicateId,
                broken.spot,
                [("id", broken.text.as_str().into())],
            );
        } else {
            let args = [
                ("fault", broken.message.as_str().into()),
                ("text", shortened(&broken.text).into()),
            ];
            self.add(Code::AgreementSyntax, broken.spot, args);
        }
    }

    /// Every fault, agreement first, then included files, each from top to bottom. Where a line is not TOML, what else
    /// seems wrong with it is only its echo.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut found = self.found.into_inner();
        let broken: Vec<Spot> = found
            .iter()
            .filter(|(_, finding)| finding.code == Code::AgreementSyntax)
            .map(|(spot, _)| *spot)
            .collect();
        found.retain(|(spot, finding)| {
            finding.code == Code::AgreementSyntax || !broken.contains(spot)
        });
        found.sort_by_key(|(spot, _)| *spot);
        found.dedup();
        found.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// At most twenty characters of a text: enough to recognise it.
fn shortened(text: &str) -> String {
    let short: String = text
        .chars()
        .take(20)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if short.trim().is_empty() {
        "none".to_owned()
    } else {
        short.trim().to_owned()
    }
}
