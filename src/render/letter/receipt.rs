//! The receipts that `lofte watch` writes beside a drop folder, a file for each workbook.

use super::super::plain::one_line;
use super::line::{Line, asks_for_work, line, sheet_line};
use crate::model::activity::{SheetReading, WorkbookAccount};
use crate::model::finding::{Finding, Phrase};
use crate::wording::Wording;

/// The receipt of a workbook: how it was read, and what must be mended.
pub(crate) fn receipt(
    account: &WorkbookAccount,
    readings: &[SheetReading],
    findings: &[Finding],
    wording: &Wording,
) -> String {
    let workbook = one_line(&account.workbook);
    let mut lines = vec![
        wording.phrase(&Phrase::new("letter-receipt").with("workbook", workbook)),
        String::new(),
    ];
    for sheet in &account.sheets {
        lines.push(sheet_line(sheet, wording));
        let reading = readings.iter().find(|reading| reading.sheet == sheet.sheet);
        let header = reading.and_then(|reading| reading.header);
        let header = header.map(|row| {
            wording.phrase(&Phrase::new("ui-inspect-header").with("rows", row.to_string()))
        });
        let left = reading.into_iter().flat_map(|reading| &reading.left);
        let left = left.map(|(why, rows)| wording.left(*why, rows));
        lines.extend(
            header
                .into_iter()
                .chain(left)
                .map(|line| format!("  {line}")),
        );
    }
    if account.sheets.is_empty() {
        lines.push(wording.text("letter-read-nothing"));
    }
    let to_mend = findings.iter().filter(|finding| asks_for_work(finding));
    let to_mend: Vec<Line> = to_mend.map(|finding| line(finding, wording)).collect();
    lines.push(String::new());
    lines.push(match to_mend.is_empty() {
        true => wording.text("letter-receipt-good"),
        false => format!("{}:", wording.text("letter-mend")),
    });
    lines.extend(
        to_mend
            .into_iter()
            .map(|line| format!("- {}: {}", line.place, line.text)),
    );
    lines.push(String::new());
    lines.join("\n")
}
