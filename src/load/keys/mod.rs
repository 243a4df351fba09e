//! Every key of the agreement file, in one table: what may be written, what it takes, what stands in for it, what it means.
//!
//! Reading asks for keys by these tables, so that a key that is not declared here cannot be read. The documentation and
//! the schema are made from them.

mod head;
mod pledge;
mod result;
mod shapes;
mod source;
mod takes;

pub use head::*;
pub use pledge::*;
pub use result::*;
pub use source::*;

/// What a value can be.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Any text.
    Text,
    /// A text of a form: the form in words, and as a regular expression of ECMA 262.
    Written(&'static str, &'static str),
    /// A number from zero, at most two decimals.
    Number,
    /// A whole number from zero.
    Whole,
    /// A day, 2023-04-30, with quotation marks or without.
    Date,
    /// Yes or no.
    Truth,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One, or a list of them.
    OneOrMore(&'static Takes),
    /// A list.
    List(&'static Takes),
    /// A table with these keys.
    Table(&'static Section),
    /// A table whose keys are names: those of the section, and any other, which takes the second.
    Names(&'static Section, &'static Takes),
    /// Any of these.
    Either(&'static [Takes]),
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What stands in for it; `required` if nothing does, empty if there is simply none.
    pub default: &'static str,
    /// What it means.
    pub means: &'static str,
}

impl Key {
    /// Whether a table without it is a fault, whatever else the table says.
    pub fn is_required(&self) -> bool {
        self.default == "required"
    }
}

/// One kind of table.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// As it is written; empty for the head of the file.
    pub name: &'static str,
    /// What it is.
    pub means: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Section {
    /// Its name as an argument of a sentence.
    pub(super) fn told(&self) -> &'static str {
        if self.name.is_empty() {
            "none"
        } else {
            self.name
        }
    }

    /// Whether the key is one of it.
    pub fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|declared| declared.name == key)
    }
}

pub(super) const fn key(
    name: &'static str,
    takes: Takes,
    default: &'static str,
    means: &'static str,
) -> Key {
    Key {
        name,
        takes,
        default,
        means,
    }
}

/// No names that are known beforehand.
const NONE: Section = Section {
    name: "",
    means: "names of one's own",
    keys: &[],
};

/// Every section, in the order of the documentation.
pub const SECTIONS: &[&Section] = &[
    &AGREEMENT,
    &AREA,
    &PARTNER,
    &ACTIVITY,
    &PLACES,
    &PLACE,
    &SPAN,
    &PLEDGE,
    &TARGET,
    &CONDITIONS,
    &TEST,
    &BASELINE,
    &VALID,
    &STEP,
    &NOTE,
    &SOURCE,
    &SHEET,
    &FIELDS,
    &COLUMN,
    &BY_COLUMN,
    &DELIVERY,
    &RECIPIENT,
    &INDICATOR,
    &MEASUREMENT,
    &RULING,
    &AT,
    &KNOWN,
    &KNOWN_AT,
    &SUMMARY,
];
