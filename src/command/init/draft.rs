//! The text of a new agreement: a template of its language, with what is known put in.

use std::collections::{BTreeMap, BTreeSet};

use super::super::inspect::{InspectedWorkbook, SourceProposal};
use super::head::AgreementHead;
use crate::gather::inspect::{key, partner_name, quoted};
use crate::wording::Wording;

const SWEDISH: &str = include_str!("../../../templates/init/sv.toml");
const ENGLISH: &str = include_str!("../../../templates/init/en.toml");

/// What a new agreement is made of.
pub(super) struct AgreementDraft<'a> {
    pub(super) head: &'a AgreementHead,
    pub(super) seen: &'a [InspectedWorkbook],
    pub(super) sources: &'a [SourceProposal],
    pub(super) wording: &'a Wording,
}

impl AgreementDraft<'_> {
    /// The agreement file.
    pub(super) fn text(&self) -> String {
        let partners = self.partners();
        let first = partners.keys().next().cloned().unwrap_or_default();
        let head = self.head;
        let known = |name: &str| match name {
            "title" => quoted(&head.title),
            "municipality" => quoted(&head.municipality),
            "police_area" => quoted(&head.police_area),
            "from" => head.from.to_string(),
            "to" => head.to.to_string(),
            "language" => quoted(&head.language),
            "partners" => partner_blocks(&partners),
            "partner" => quoted(&first),
            "sources" => self.source_blocks(),
            "pledges" => self.pledges(),
            other => other.to_owned(),
        };
        let template = if head.language == "en" {
            ENGLISH
        } else {
            SWEDISH
        };
        filled(template, known)
    }

    /// The same for a workbook, where targets choose what they count from a list: every activity stands on it.
    pub(super) fn text_of_book(&self) -> String {
        let mut text = self.text();
        let all: BTreeSet<String> = self
            .sources
            .iter()
            .flat_map(SourceProposal::activities)
            .collect();
        for activity in all {
            let heading = format!("[activities.{}]", key(&activity));
            if !text.lines().any(|line| line == heading) {
                text.push_str(&format!("\n{heading}\n"));
            }
        }
        text
    }

    /// Partners by id: those that the workbooks lie with, or the two who always promise.
    fn partners(&self) -> BTreeMap<String, String> {
        let words: BTreeSet<String> = self
            .seen
            .iter()
            .filter_map(|one| one.look.as_ref().ok())
            .flat_map(|look| look.words.iter().cloned())
            .collect();
        let named = |source: &SourceProposal| {
            let mut folders = source
                .workbooks
                .iter()
                .filter_map(|one| Some(one.split_once('/')?.0));
            let folder = folders.next().unwrap_or_else(|| source.partner());
            (source.partner().to_owned(), partner_name(folder, &words))
        };
        let mut found: BTreeMap<String, String> = self.sources.iter().map(named).collect();
        for partner in self
            .sources
            .iter()
            .flat_map(SourceProposal::marked_partners)
        {
            let name = || partner_name(partner, &words);
            found.entry(partner.clone()).or_insert_with(name);
        }
        if !found.is_empty() {
            return found;
        }
        let (police, municipality) = (
            self.head.police_area.clone(),
            self.head.municipality.clone(),
        );
        BTreeMap::from([
            ("polisen".to_owned(), police),
            ("kommunen".to_owned(), municipality),
        ])
    }

    fn source_blocks(&self) -> String {
        let mut named = BTreeSet::new();
        let sources = self.sources.iter().map(|source| {
            let names: String = source.workbooks.iter().map(|name| comment(name)).collect();
            let copy = self.wording.text("ui-init-copy");
            let copies = source.copies.iter();
            let copies: String = copies
                .map(|name| comment(&format!("{name}: {copy}")))
                .collect();
            format!("{names}{copies}{}", source.block(&mut named))
        });
        let read: Vec<String> = sources.collect();
        let unread = self.seen.iter().filter_map(|one| {
            let finding = one.look.as_ref().err()?;
            Some(comment(&format!(
                "{}: {}",
                one.shown,
                self.wording.message(finding)
            )))
        });
        let unused = self.seen.iter().filter(|one| {
            one.look.is_ok()
                && !self.sources.iter().any(|source| {
                    source.workbooks.contains(&one.shown) || source.copies.contains(&one.shown)
                })
        });
        let nothing = self.wording.text("ui-inspect-nothing");
        let unused = unused.map(|one| comment(&format!("{}: {nothing}", one.shown)));
        let left: String = unread.chain(unused).collect();
        let all = read.into_iter().chain((!left.is_empty()).then_some(left));
        all.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }

    /// A pledge for every activity found, commented out: nobody but its signatories knows what was promised.
    fn pledges(&self) -> String {
        let mut named = BTreeSet::new();
        let mut blocks = Vec::new();
        for source in self.sources {
            for activity in source
                .activities()
                .iter()
                .filter(|activity| named.insert((*activity).clone()))
            {
                let lines = [
                    "[[pledge]]".to_owned(),
                    format!("id = {}", quoted(activity)),
                    format!(
                        "text = {}",
                        quoted(&self.wording.text("ui-init-pledge-text"))
                    ),
                    format!("responsible = [{}]", quoted(source.partner())),
                    "[[pledge.target]]".to_owned(),
                    format!("of = {}", quoted(activity)),
                    "at_least = 1".to_owned(),
                    "over = \"year\"".to_owned(),
                ];
                blocks.push(lines.map(|line| format!("# {line}\n")).concat());
            }
        }
        blocks.join("\n").trim_end().to_owned()
    }
}

fn partner_blocks(partners: &BTreeMap<String, String>) -> String {
    let block = |(id, name): (&String, &String)| {
        format!("[partners.{}]\nname = {}\n", key(id), quoted(name))
    };
    partners
        .iter()
        .map(block)
        .collect::<Vec<_>>()
        .join("\n")
        .trim_end()
        .to_owned()
}

/// A line that stays a comment when the examples are taken into use.
fn comment(text: &str) -> String {
    format!("## {}\n", text.replace(char::is_control, " "))
}

/// The template with every `{{name}}` replaced by what is known, once: what is put in is not looked through again.
fn filled(template: &str, known: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut parts = template.split("{{");
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once("}}") {
            Some((name, after)) => {
                text.push_str(&known(name));
                text.push_str(after);
            }
            None => text.push_str(part),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_not_looked_through_again() {
        let known = |name: &str| {
            if name == "a" {
                "{{b}}".to_owned()
            } else {
                "x".to_owned()
            }
        };
        assert_eq!(filled("1 {{a}} 2 {{b}} 3", known), "1 {{b}} 2 x 3");
    }
}
