//! The sheets of the workbook and their columns, made from the declarations of keys that the reader, the faults and the schema are
//! made of.

mod part;
mod sheets;

use self::part::Part::{self, Join, Keys as Of};
use super::cell::Kind;
use crate::load::shape::{Fallback, KeyInfo, NameKind, Shape};
use sheets::SHEETS;
pub(super) use sheets::{ASKED, TESTS, USES};

/// A sheet.
pub(super) struct SheetSpec {
    /// In the keys of its words: `book-pledges`.
    pub(super) name: &'static str,
    /// Whether labels stand below each other with their values beside them.
    pub(super) is_form: bool,
    pub(super) columns: Vec<ColumnSpec>,
}

/// A column, or a line of a form.
#[derive(Clone, Copy)]
pub(super) struct ColumnSpec {
    /// Its key in the table that a row is, behind those of the tables in it: `("at", "cell")`. What joins rows has a name
    /// that no key has: `@pledge`.
    pub(super) within: &'static str,
    pub(super) key: &'static str,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    /// The sheet and column that hold what it names, and whether it can name nothing else.
    pub(super) refers: Option<(&'static str, &'static str)>,
}

impl ColumnSpec {
    /// The name of its words: `book-rulings-at-cell`.
    pub(super) fn words(&self, sheet: &str) -> String {
        let within = if self.within.is_empty() {
            String::new()
        } else {
            format!("{}-", self.within)
        };
        let key = self.key.trim_start_matches('@');
        format!("book-{sheet}-{within}{key}").replace('_', "-")
    }
}

/// Every sheet, in the order of the workbook.
pub(super) fn sheets() -> Vec<SheetSpec> {
    let one = |(name, parts): &(&'static str, &[Part])| SheetSpec {
        name,
        is_form: *name == "agreement",
        columns: parts.iter().flat_map(columns).collect(),
    };
    SHEETS.iter().map(one).collect()
}

fn columns(part: &Part) -> Vec<ColumnSpec> {
    match part {
        Join(key, kind, is_required, refers) => vec![ColumnSpec {
            within: "",
            key,
            kind: *kind,
            is_required: *is_required,
            refers: *refers,
        }],
        Of(within, section, keys) => {
            let declared = |name: &&str| section.own.iter().find(|key| key.name == *name);
            let column = |key: &'static KeyInfo| ColumnSpec {
                within,
                key: key.name,
                kind: kind(key.name, &key.shape),
                // Of a table that may be left out nothing is asked for.
                is_required: within.is_empty() && key.fallback == Fallback::Required,
                refers: refers(key.name, &key.shape),
            };
            keys.iter().filter_map(declared).map(column).collect()
        }
    }
}

/// What the cells of a key hold, by what the key takes.
fn kind(name: &str, shape: &Shape) -> Kind {
    match shape {
        // Of several fields a line each; see `among`.
        _ if name == "among" => Kind::Text,
        _ if name == "each" => Kind::Several {
            words: ASKED,
            commas: true,
        },
        _ if matches!(name, "distinct" | "together") => Kind::Word {
            words: ASKED,
            or_else: true,
        },
        Shape::Form(words, _) if words.starts_with("period") => Kind::Period,
        Shape::Form(words, _) if is_made(words) => Kind::Form,
        Shape::Name(NameKind::Calendar) => Kind::Form,
        Shape::Number | Shape::Whole(..) => Kind::Number,
        Shape::Date => Kind::Day,
        Shape::Truth => Kind::Truth,
        Shape::OneOf(words) => Kind::Word {
            words,
            or_else: false,
        },
        Shape::OneOrMore(one) => Kind::Several {
            words: words_of(one),
            // Names of people and things may have commas in them, ids and words have none.
            commas: !matches!(
                one,
                Shape::Text | Shape::Form("text in one line" | "pattern of names", _)
            ),
        },
        Shape::Either([Shape::Number, Shape::Form(..)]) => Kind::Bound,
        Shape::Either([Shape::Number | Shape::Whole(..), ..]) => Kind::Number,
        Shape::Either(all) => match all.iter().map(words_of).find(|words| !words.is_empty()) {
            Some(words) => Kind::Word {
                words,
                or_else: true,
            },
            None if all.iter().any(|one| kind(name, one) == Kind::Form) => Kind::Form,
            None => Kind::Text,
        },
        _ => Kind::Text,
    }
}

/// Whether a value of this form is a word and a number.
fn is_made(words: &str) -> bool {
    ["length", "day of the month", "«3 days before»"]
        .iter()
        .any(|begin| words.starts_with(begin))
}

fn words_of(shape: &Shape) -> &'static [&'static str] {
    match shape {
        Shape::OneOf(words) => words,
        Shape::Either(all) => all
            .iter()
            .map(words_of)
            .find(|words| !words.is_empty())
            .unwrap_or_default(),
        _ => &[],
    }
}

/// Where the names stand that a key refers to.
fn refers(name: &str, shape: &Shape) -> Option<(&'static str, &'static str)> {
    let list = match shape {
        Shape::OneOrMore(one) => return refers(name, one),
        Shape::Name(NameKind::Area) => ("areas", "@id"),
        Shape::Name(NameKind::Partner) => ("partners", "@id"),
        Shape::Name(NameKind::Activity) => ("activities", "@id"),
        Shape::Name(NameKind::Indicator) => ("indicators", "@id"),
        _ if matches!(name, "activity" | "answers") => ("activities", "@id"),
        _ if name == "places" => ("places", "@list"),
        _ => return None,
    };
    Some(list)
}

#[cfg(test)]
mod tests {
    use super::sheets::{CONDITION_FIELDS, FIELDS};
    use super::*;
    use crate::load::declare::Keys;
    use crate::load::keys::AgreementKeys;

    /// Keys that stand on sheets of their own, or in columns that several share.
    const ELSEWHERE: &[&str] = &[
        "source",
        "sheet",
        "delivery",
        "recipient",
        "indicators",
        "ruling",
        "known",
        "summary",
        "last_term",
        "areas",
        "partners",
        "activities",
        "places",
        "calendar",
        "pledge",
        "target",
        "note",
        "steps",
        "names",
        "only",
        "require",
        "valid",
        "measured",
        "at",
        "baseline",
        "values",
        "verdicts",
        "counts",
        "columns",
        "where",
        "activity",
        // On the sheet of targets, for all three comparisons; of words, of the sheet of conditions.
        "value",
        "from",
        "to",
        "all",
        "at_least",
        "at_most",
        "named_by",
    ];

    #[test]
    fn every_declared_key_has_its_column() {
        let sheets = sheets();
        let mut all = 0;
        for section in AgreementKeys::SECTION.with_inner() {
            for key in section.own {
                let stands = sheets
                    .iter()
                    .flat_map(|sheet| &sheet.columns)
                    .any(|column| column.key == key.name);
                let is_field = FIELDS.contains(&key.name) || CONDITION_FIELDS.contains(&key.name);
                let is_group = matches!(key.name, "any" | "not");
                all += 1;
                assert!(
                    stands || is_field || is_group || ELSEWHERE.contains(&key.name),
                    "{} of {} stands in no column of the workbook",
                    key.name,
                    section.name
                );
            }
        }
        assert!(all > 150, "{all}: the declarations are not looked through");
        assert!(!CONDITION_FIELDS.contains(&"any") && !CONDITION_FIELDS.contains(&"not"));
        for (sheet, parts) in SHEETS {
            let asked: usize = parts
                .iter()
                .map(|part| match part {
                    Join(..) => 1,
                    Of(_, _, keys) => keys.len(),
                })
                .sum();
            let made: usize = parts.iter().map(|part| columns(part).len()).sum();
            assert_eq!(made, asked, "{sheet} names a key that is not declared");
        }
    }
}
