//! How cells of new workbooks are dressed.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const INK: u32 = 0x12415F;

/// The formats of cells.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) group: Format,
    pub(super) label: Format,
    pub(super) text: Format,
    pub(super) cell: Format,
    pub(super) day: Format,
    pub(super) time: Format,
    pub(super) example: Format,
    pub(super) example_day: Format,
    pub(super) example_time: Format,
}

impl Style {
    pub(super) fn new() -> Style {
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(0xD5DCE1);
        let bold = Format::new().set_bold().set_align(FormatAlign::Top);
        let day = cell
            .clone()
            .set_num_format("yyyy\\-mm\\-dd")
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
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_font_color(INK),
            heading: bold
                .clone()
                .set_font_color(0xFFFFFF)
                .set_background_color(INK)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            group: bold.clone().set_font_color(INK),
            label: bold.set_text_wrap(),
            text: Format::new().set_align(FormatAlign::Top).set_text_wrap(),
            example: faint(&cell),
            example_day: faint(&day),
            example_time: faint(&time),
            cell,
            day,
            time,
        }
    }
}
