//! What a version's files are made from.

use super::earlier::EarlierLetters;
use crate::deliver::email::Sender;
use crate::model::report::Report;
use crate::render::{Extent, Templates};
use crate::wording::Wording;

/// Everything that a version's files are made from.
#[derive(Clone, Copy)]
pub(crate) struct VersionInput<'a> {
    pub report: &'a Report,
    /// The same without its rows, were it sent on the day it is made for: that it is sent is no change to it.
    pub(crate) as_sent: &'a Report,
    /// The words of its language.
    pub(crate) wording: &'a Wording,
    /// The agreement's own templates.
    pub(crate) templates: &'a Templates,
    /// Who mail comes from.
    pub(crate) sender: &'a Sender,
    /// What letters have told partners before.
    pub(crate) earlier: &'a EarlierLetters,
    /// How much of it is made.
    pub(crate) extent: Extent,
}
