//! Headings of a part of a year with a word beside it: «Utfall jan», «mars (mål)».

use super::calendar::{YearPart, part_heading};
use super::derived_label::{comparison_label, is_cumulative, is_outcome, is_planned_heading};
use super::plain::plain;

/// A part of a year with a word beside it that says what stands under it: «Utfall jan», «mars mål».
pub fn qualified_part_heading(text: &str) -> Option<(YearPart, Option<i32>)> {
    split_part_heading(text).map(|(part, _)| part)
}

/// The word beside a part of a year in its heading.
pub fn year_part_qualifier(text: &str) -> Option<String> {
    split_part_heading(text).map(|(_, word)| word)
}

fn split_part_heading(text: &str) -> Option<((YearPart, Option<i32>), String)> {
    let text = plain(text);
    let says = |word: &str| {
        is_outcome(word)
            || is_planned_heading(word)
            || is_cumulative(word)
            || comparison_label(word).is_some_and(|label| label.is_whole)
    };
    let split = |(one, other): (&str, &str)| {
        let clean = |part: &str| part.trim_matches([' ', ',', ':', '-', '(', ')']).to_owned();
        let (one, other) = (clean(one), clean(other));
        match (part_heading(&one), part_heading(&other)) {
            (Some(part), None) if says(&other) => Some((part, other)),
            (None, Some(part)) if says(&one) => Some((part, one)),
            _ => None,
        }
    };
    text.split_once([' ', ',', ':', '-', '('])
        .and_then(split)
        .or_else(|| text.rsplit_once([' ', ',', ':', '-', '(']).and_then(split))
}
