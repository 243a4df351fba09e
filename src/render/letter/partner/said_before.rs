//! What is missing as the programs before this one said it in their letters, whose ids are hashes of those very words. Nothing new
//! is built on this, and its words are not mended: it is there so that a letter that such a program has sent is known again, and
//! not sent once more.

use super::super::super::unreported::unreported_months;
use super::missing::absent;
use crate::model::edition::Edition;
use crate::wording::Wording;

/// The lines: of the period alone, and of workbooks that no line names.
pub(super) fn missing(edition: &Edition, wording: &Wording) -> Vec<String> {
    let is_swedish = wording.language() == "sv";
    let in_period = |month: crate::model::span::DateSpan| month.overlaps(edition.period.span);
    let said = |partner: &str, months: &str, source: &str| {
        if is_swedish {
            format!("{partner} har inte rapporterat {months} ({source}).")
        } else {
            format!("{partner} has not reported {months} ({source}).")
        }
    };
    let mut lines = unreported_months(edition, in_period, said, wording);
    for pattern in absent(edition) {
        if !lines.iter().any(|line| line.contains(pattern)) {
            lines.push(if is_swedish {
                format!("Vi saknar en arbetsbok med namnet ”{pattern}”.")
            } else {
                format!("A workbook named “{pattern}” is missing.")
            });
        }
    }
    lines
}
