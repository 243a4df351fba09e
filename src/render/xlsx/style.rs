//! The formats of cells.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatUnderline,
    Worksheet, XlsxError,
};

use super::super::workbook::{self, DAY};
use crate::model::assessment::Status;
use crate::model::quantity::Amount;

/// The formats of cells.
#[derive(Debug)]
pub(crate) struct Style {
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) key: Format,
    pub(super) status: Format,
    pub(super) decimals: Format,
    pub(super) count: Format,
    pub(super) general: Format,
    pub(super) ordinal: Format,
    pub(super) percent: Format,
    pub(super) day: Format,
    pub(super) linked: Format,
    pub(super) linked_number: Format,
    pub(super) title: Format,
    pub(super) label: Format,
    pub(super) wrapped: Format,
}

impl Style {
    /// The formats. `percent`: how the language writes per cent, as a format says it.
    pub(super) fn new(percent: &str) -> Style {
        let cell = workbook::cell();
        // An indent without a side is none to some programs: a number would touch the words beside it.
        let text = cell.clone().set_align(FormatAlign::Left).set_indent(1);
        let text = text.set_text_wrap();
        let figure = cell.clone().set_align(FormatAlign::Right).set_indent(1);
        let linked = |format: &Format| {
            let blue = format.clone().set_font_color(0x1A5A90);
            blue.set_underline(FormatUnderline::Single)
        };
        let ordinal = cell.clone().set_align(FormatAlign::Left).set_indent(1);
        Style {
            heading: workbook::heading()
                .set_align(FormatAlign::Left)
                .set_indent(1),
            key: ordinal.clone().set_font_color(0x7B8791),
            status: text.clone().set_bold(),
            decimals: figure.clone().set_num_format("#,##0.##;-#,##0.##;0"),
            count: figure.clone().set_num_format("#,##0"),
            general: figure.clone(),
            percent: figure.clone().set_num_format(percent),
            day: ordinal.clone().set_num_format(DAY),
            linked: linked(&text),
            linked_number: linked(&ordinal),
            ordinal,
            text,
            title: workbook::title(),
            label: workbook::label(),
            wrapped: workbook::wrapped(),
        }
    }

    /// Colours the statuses of a range as their words say; the word alone says it.
    pub(super) fn colour_statuses(
        &self,
        worksheet: &mut Worksheet,
        (first_row, first_column): (u32, u16),
        (last_row, last_column): (u32, u16),
        statuses: &[(Status, String)],
    ) -> Result<(), XlsxError> {
        for (status, word) in statuses {
            let (fill, ink) = colours(*status);
            let format = Format::new()
                .set_background_color(Color::RGB(fill))
                .set_font_color(Color::RGB(ink));
            let rule = ConditionalFormatCellRule::EqualTo(word.as_str());
            let colour = ConditionalFormatCell::new()
                .set_rule(rule)
                .set_format(format);
            worksheet.add_conditional_format(
                first_row,
                first_column,
                last_row,
                last_column,
                &colour,
            )?;
        }
        Ok(())
    }

    /// An amount that may have decimals: «0.5» and not «,5», and no comma hanging after «12».
    pub(super) fn amount(&self, amount: Amount) -> &Format {
        if amount.is_whole() {
            &self.count
        } else {
            &self.decimals
        }
    }

    /// An amount that may change: a whole one below a thousand shows decimals if it gets some.
    pub(super) fn live(&self, amount: Amount) -> &Format {
        if amount.is_whole() && amount < Amount::whole(1_000) {
            &self.general
        } else {
            self.amount(amount)
        }
    }
}

/// A soft fill and an ink that reads on it.
fn colours(status: Status) -> (u32, u32) {
    match status {
        Status::Fulfilled => (0xE2F1E8, 0x1A6640),
        Status::OnTrack => (0xE2EEF8, 0x1A5A90),
        Status::Behind => (0xFDEFD3, 0x7D4700),
        Status::NotFulfilled => (0xFBE5E7, 0x9A1B2B),
        Status::Partial => (0xFBE9DD, 0x8A3A12),
        Status::Undecided => (0xEDEAF6, 0x5A4689),
        Status::NotReported => (0xF1EBE3, 0x5D5146),
        Status::Withheld | Status::NotStarted | Status::NoNeed | Status::Described => {
            (0xECEFF2, 0x47525C)
        }
    }
}
