//! The formatting of one sheet.

use super::super::cell_format::CellFormat;
use super::mentions::Mentions;
use crate::gather::cell::{Colour, HiddenRanges};
use calamine::Dimensions;
use std::collections::{BTreeMap, BTreeSet};

/// A row and a column from 0.
pub(super) type Position = (u32, u32);

/// The formatting of one sheet.
#[derive(Debug, Default, PartialEq)]
pub(in super::super) struct SheetFormatting {
    pub(in super::super) hidden_ranges: HiddenRanges,
    /// Cells filled with a colour that may have a meaning.
    pub(in super::super) colours: BTreeMap<(usize, usize), Colour>,
    pub(in super::super) struck: BTreeSet<(usize, usize)>,
    pub(in super::super) per_cent: BTreeSet<(usize, usize)>,
    /// Texts without their struck-through and superscript letters.
    pub(in super::super) texts: Vec<(Position, String)>,
    /// Whether texts are stored in the cells themselves.
    pub(in super::super) inline_texts: bool,
    /// Errors that the library drops or reads as zero.
    pub(in super::super) errors: Vec<(Position, String)>,
    /// Formulas that gave an empty text: calculated, and blank.
    pub(in super::super) blanks: Vec<Position>,
    /// What its XML may have besides.
    pub(in super::super) mentions: Mentions,
    /// Merged ranges, where the library lists none.
    pub(in super::super) merged: Vec<Dimensions>,
}

/// More coloured cells than this are decoration; more merges or errors are not made by hand.
pub(super) const MOST: usize = 200_000;

impl SheetFormatting {
    /// Takes in what a cell looks like.
    pub(in super::super) fn dress(&mut self, at: Position, look: Option<&CellFormat>) {
        let look = look.copied().unwrap_or_default();
        if let Some(colour) = look.colour {
            self.colour(at, colour);
        }
        if look.struck {
            self.strike(at);
        }
        if look.per_cent && self.per_cent.len() < MOST {
            self.per_cent.insert((at.0 as usize, at.1 as usize));
        }
    }

    pub(in super::super) fn strike(&mut self, at: Position) {
        if self.struck.len() < MOST {
            self.struck.insert((at.0 as usize, at.1 as usize));
        }
    }

    pub(in super::super) fn colour(&mut self, at: Position, colour: Colour) {
        if self.colours.len() < MOST {
            self.colours.insert((at.0 as usize, at.1 as usize), colour);
        }
    }
}

/// Adds `from..=to` to sorted ranges, joining neighbours.
pub(super) fn add_range(ranges: &mut Vec<(usize, usize)>, from: u32, to: u32) {
    let (from, to) = (from as usize, to as usize);
    match ranges.last_mut() {
        Some((_, last)) if *last + 1 >= from => *last = (*last).max(to),
        _ => {
            if ranges.len() < MOST {
                ranges.push((from, to));
            }
        }
    }
}
