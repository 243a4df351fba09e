//! How cells of new workbooks are dressed.

use rust_xlsxwriter::{Format, FormatAlign};

use super::super::workbook::{self, DAY, INK};

/// The formats of cells.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) group: Format,
    pub(super) label: Format,
    pub(super) text: Format,
    pub(super) link: Format,
    pub(super) cell: Format,
    pub(super) day: Format,
    pub(super) time: Format,
    pub(super) example: Format,
    pub(super) example_day: Format,
    pub(super) example_time: Format,
}

impl Style {
    pub(super) fn new() -> Style {
        let cell = workbook::cell();
        let day = cell
            .clone()
            .set_num_format(DAY)
            .set_align(FormatAlign::Left);
        let time = cell
            .clone()
            .set_num_format("hh:mm")
            .set_align(FormatAlign::Left);
        let faint = |format: &Format| {
            let faint = format.clone().set_italic().set_font_color(0x5B6770);
            faint.set_background_color(0xF3F5F7)
        };
        Style {
            title: workbook::title(),
            heading: workbook::heading(),
            group: Format::new()
                .set_bold()
                .set_align(FormatAlign::Top)
                .set_font_color(INK),
            label: workbook::label(),
            text: workbook::wrapped(),
            link: workbook::wrapped().set_hyperlink(),
            example: faint(&cell),
            example_day: faint(&day),
            example_time: faint(&time),
            cell,
            day,
            time,
        }
    }
}
