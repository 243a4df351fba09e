//! Any bytes as a table in plain text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lofte::gather::cell::Cell;
use lofte::privacy::mask;
use lofte::gather::reader;

fuzz_target!(|bytes: &[u8]| {
    // The other formats belong to the library that reads them.
    if bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF]) {
        return;
    }
    let Ok(read) = reader::read(bytes, "kommunen/Logg.csv") else { return };
    for sheet in &read.workbook.sheets {
        for cell in sheet.rows.iter().flatten() {
            let Cell::Text(text) = cell else { continue };
            assert!(!text.trim().is_empty(), "a blank that is no blank");
            assert_eq!(mask(text), None, "an identity number is left");
        }
    }
});
