//! Findings about rows that are doubtful for a target.

use super::condition::{Context, Doubt};
use super::evidence::Evidence;
use super::part::of_field;
use super::row_ref::RowRef;
use crate::model::activity::Activity;
use crate::model::agreement::{Agreement, NamedPlace};
use crate::model::finding::{Finding, FindingKind};
use crate::model::target::{PartField, PartSet, Target};
use crate::text::nearest;
use crate::text::{is_one_of, same_words};

impl Evidence {
    pub(super) fn warn_of_doubts(
        &mut self,
        doubts: &[Doubt],
        row: RowRef<'_>,
        target: &Target,
        context: Context<'_>,
        in_force_then: bool,
    ) {
        if !in_force_then || !target.kind.is_scored() {
            return;
        }
        let kinds = doubts.iter().map(|doubt| {
            match doubt {
                Doubt::Missing(field) => {
                    // The hours of a condition stand in the column of the time.
                    let field = if field == "hours" { "time" } else { field };
                    let headings = context.agreement.headings(row.source, row.activity, field);
                    FindingKind::MissingValue {
                        field: headings.join("», «"),
                    }
                }
                Doubt::UnknownPlace(place) => FindingKind::UnknownPlace {
                    place: place.clone(),
                },
                Doubt::Unlisted { word, near } => FindingKind::UnlistedWord {
                    word: word.clone(),
                    nearest: near.clone(),
                },
                Doubt::Near { word, near } => FindingKind::NearWord {
                    word: word.clone(),
                    nearest: near.clone(),
                },
                Doubt::NoNumber(text) => FindingKind::UnreadableNumber {
                    text: Some(text.clone()),
                },
                Doubt::NoTime(text) => FindingKind::UnreadableTime { text: text.clone() },
                Doubt::PartlyInside(text) => FindingKind::PartlyInside { text: text.clone() },
            }
        });
        self.findings
            .extend(kinds.map(|kind| Finding::new(kind, row.origin)));
    }

    /// Tells of a place that is blank, or on no list, where every place of a list is asked for; and of a word that is
    /// none of those asked for, once each.
    pub(super) fn warn_of_unknown_parts(
        &mut self,
        activity: &Activity,
        target: &Target,
        context: Context<'_>,
        in_force_then: bool,
    ) {
        for part in target.parts() {
            if let Some(doubt) = self.doubt_of_part(part, activity, target, context) {
                self.warn_of_doubts(
                    &[doubt],
                    RowRef::of(activity),
                    target,
                    context,
                    in_force_then,
                );
            }
        }
    }

    fn doubt_of_part(
        &self,
        part: &PartField,
        activity: &Activity,
        target: &Target,
        context: Context<'_>,
    ) -> Option<Doubt> {
        let PartField { field, among } = part;
        let words = of_field(part, activity, context).unwrap_or_default();
        let text = || {
            activity
                .fields
                .get(field)
                .map(|field| field.text.clone())
                .unwrap_or_default()
        };
        match among {
            PartSet::Places(_) if words.is_empty() => Some(Doubt::Missing(field.clone())),
            PartSet::Places(list) => {
                // What a register leaves out by `where` is known, only not asked for here.
                let known = context
                    .agreement
                    .registers(list)
                    .any(|register| !register.only_rows.is_empty());
                let is_listed =
                    |place: &NamedPlace| words.iter().any(|word| is_one_of(word, place.names()));
                (!known && !context.places(list).any(is_listed))
                    .then(|| Doubt::UnknownPlace(text()))
            }
            // Of several fields at once a blank one widens what is said.
            PartSet::Words(_) if words.is_empty() && target.parts().len() > 1 => {
                Some(Doubt::Missing(field.clone()))
            }
            PartSet::Words(asked) => {
                let is_asked = |word: &String| {
                    asked
                        .iter()
                        .any(|asked| is_called(context.agreement, asked, word))
                };
                if words.is_empty() || words.iter().any(is_asked) {
                    return None;
                }
                let text = text();
                let already_found = |finding: &Finding| matches!(&finding.kind, FindingKind::UnlistedWord { word, .. } if *word == text);
                if self.findings.kept().iter().any(already_found) {
                    return None;
                }
                Some(Doubt::Unlisted {
                    near: nearest(&text, asked.iter().map(String::as_str)).map(str::to_owned),
                    word: text,
                })
            }
        }
    }
}

/// Whether a row's word is the required one: the same word, or a partner's id or name.
fn is_called(agreement: &Agreement, asked: &str, word: &str) -> bool {
    same_words(asked, word)
        || agreement
            .partner(asked)
            .is_some_and(|partner| same_words(&partner.name, word))
}
