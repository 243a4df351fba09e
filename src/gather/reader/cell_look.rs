//! What the cells of .xlsx look like: fills and lines through them.

use calamine::{FillPattern, Style};

use crate::gather::cell::Colour;

/// What a cell style shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellLook {
    /// Its fill, where that may mean something.
    pub(super) colour: Option<Colour>,
    /// Whether it is struck through.
    pub(super) struck: bool,
}

pub(super) fn look(style: &Style) -> CellLook {
    let struck = style
        .font
        .as_ref()
        .is_some_and(|font| font.has_strikethrough());
    CellLook {
        colour: colour(style),
        struck,
    }
}

/// The colour of a style's fill, where it may mean something.
fn colour(style: &Style) -> Option<Colour> {
    let fill = style
        .fill
        .as_ref()
        .filter(|fill| fill.pattern == FillPattern::Solid)?;
    let colour = fill.get_color()?;
    Colour::of(colour.red, colour.green, colour.blue)
}
