//! The formats of .xlsx cells: fill and strikethrough.

use calamine::{FillPattern, Style};

use crate::gather::cell::Colour;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellFormat {
    /// The fill, where it may have a meaning.
    pub(super) colour: Option<Colour>,
    pub(super) struck: bool,
}

pub(super) fn look(style: &Style) -> CellFormat {
    let struck = style
        .font
        .as_ref()
        .is_some_and(|font| font.has_strikethrough());
    CellFormat {
        colour: colour(style),
        struck,
    }
}

/// The colour of a style's fill, where it may have a meaning.
fn colour(style: &Style) -> Option<Colour> {
    let fill = style
        .fill
        .as_ref()
        .filter(|fill| fill.pattern == FillPattern::Solid)?;
    let colour = fill.get_color()?;
    Colour::of(colour.red, colour.green, colour.blue)
}
