//! Any grid of cells, read by any mapping.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use lofte::gather::header;
use lofte::gather::layout::{self, MappingResult, RowDisposition, SheetTask};
use lofte::model::activity::Origin;
use lofte::model::agreement::{Agreement, Gives, Layout};
use lofte_fuzz::{AGREEMENT, AnySheet};

static LOADED: LazyLock<Agreement> = LazyLock::new(|| {
    let loaded = lofte::load::load("prov", AGREEMENT, &|_| None);
    loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.findings))
});

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let base = &LOADED.sources[0].sheets[0];
    let (Ok(mapping), Ok(AnySheet(sheet))) = (lofte_fuzz::mapping(&mut u, base), u.arbitrary::<AnySheet>()) else { return };
    let filled = layout::filled_down(&sheet);
    let as_of = "2023-10-05".parse().unwrap_or_default();
    let workbook = "kommunen/Logg.xlsx";
    let task = SheetTask { agreement: &LOADED, as_of, source: 0, mapping: &mapping, workbook, sheet: &sheet, several: false, filled: &filled };
    let read = layout::read(&task);
    layout::heading_match(&sheet, &mapping);

    let filled_rows = |from: usize| (from..sheet.rows.len()).filter(|row| !header::is_blank(&sheet, *row)).collect::<Vec<_>>();
    let accounted: Vec<usize> = read.dispositions.keys().copied().collect();
    if let Some(first) = accounted.first() {
        assert_eq!(accounted, filled_rows(*first), "rows without a disposition");
    }
    let by_header = !matches!(mapping.layout, Layout::Months | Layout::Form);
    if by_header && !accounted.is_empty() {
        let asked = layout::headings(&mapping);
        let table = header::find(&sheet, &asked).unwrap_or_else(|| panic!("rows read without a header"));
        assert_eq!(accounted, filled_rows(table.last + 1), "rows without a disposition");
    }
    for activity in &read.gathered.activities {
        assert!(activity.date.from <= activity.date.to);
        assert!(activity.value.high().is_none_or(|high| activity.value.low() <= high));
        assert_eq!(disposition(&read, &activity.origin), Some(RowDisposition::Used), "{activity:?}");
    }
    for origin in read.gathered.requests.iter().map(|request| &request.origin) {
        assert_eq!(disposition(&read, origin), Some(RowDisposition::Used), "{origin:?}");
    }
    let told: Vec<usize> = read.findings.iter().filter_map(|finding| row_of(finding.place.cell.as_deref()?)).collect();
    let mut rejected = read.dispositions.iter().filter(|(_, disposition)| **disposition == RowDisposition::Rejected).map(|(row, _)| row).peekable();
    if mapping.layout == Layout::Form {
        // All the rows of a form are one occasion, told at its date.
        assert!(rejected.peek().is_none() || rejected.any(|row| told.contains(row)), "a form left out without a word");
    } else {
        assert!(rejected.all(|row| told.contains(row)), "a row left out without a word: {:?}", read.dispositions);
    }
    // What is not damaged has read whatever stands there. The agreement's check lets no log through that cannot say when.
    let dated = ["date", "week", "month", "year", "request"].iter().any(|name| mapping.columns.contains_key(*name));
    let counts = matches!(mapping.gives, Gives::Activity(_) | Gives::Counts(_) | Gives::ByColumn { .. });
    if mapping.layout == Layout::Log && counts && dated && accounted.is_empty() && !read.damaged {
        let below = header::find(&sheet, &layout::headings(&mapping)).map_or(0, |table| table.last + 1);
        assert!(filled_rows(below).is_empty(), "rows passed over in silence");
    }
});

fn disposition(read: &MappingResult, origin: &Origin) -> Option<RowDisposition> {
    read.dispositions.get(&row_of(&origin.cell)?).copied()
}

/// The row from 0 of a cell's name.
fn row_of(cell: &str) -> Option<usize> {
    cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse::<usize>().ok()?.checked_sub(1)
}
