//! The formats of .xlsx cells: fill and strikethrough.

use calamine::{FillPattern, Style};

use crate::gather::cell::Colour;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellFormat {
    /// The fill, where it may have a meaning.
    pub(super) colour: Option<Colour>,
    pub(super) struck: bool,
    /// Whether numbers are shown in per cent.
    pub(super) per_cent: bool,
}

pub(super) fn look(style: &Style) -> CellFormat {
    let struck = style
        .font
        .as_ref()
        .is_some_and(|font| font.has_strikethrough());
    CellFormat {
        colour: colour(style),
        struck,
        per_cent: (style.number_format.as_ref())
            .is_some_and(|format| shows_per_cent(&format.format_code)),
    }
}

/// Whether a number format shows per cent: a sign of it that is not quoted or escaped.
fn shows_per_cent(code: &str) -> bool {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for sign in code.chars() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '%' if !is_quoted => return true,
            _ => {}
        }
    }
    false
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_per_cent_by_a_sign_of_its_own() {
        for (code, shows) in [
            ("0%", true),
            ("0.0 %", true),
            ("0\\%", false),
            ("0\"%\"", false),
            ("General", false),
        ] {
            assert_eq!(shows_per_cent(code), shows, "{code}");
        }
    }
}
