//! Any grid of cells, any headings asked for.
#![no_main]

use libfuzzer_sys::arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use lofte::gather::header;
use lofte::model::agreement::Column;
use lofte_fuzz::AnySheet;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let (Ok(wanted), Ok(AnySheet(sheet))) = (lofte_fuzz::headings(&mut u), u.arbitrary::<AnySheet>()) else { return };
    let asked: Vec<&Column> = wanted.iter().collect();
    let Some(table) = header::find(&sheet, &asked) else { return };
    assert!(table.first <= table.last && table.last < sheet.rows.len(), "{table:?}");
    assert!(!table.columns.is_empty(), "a table without a heading: {table:?}");
    for column in &wanted {
        let missing = table.missing.iter().filter(|missing| missing.column == *column).count();
        assert_eq!(missing + usize::from(table.columns.contains_key(column)), 1, "{column:?} in {table:?}");
    }
    for column in table.columns.values() {
        assert!((table.left..=table.right).contains(column), "{table:?}");
    }
    for near in &table.near {
        assert_eq!(table.columns.get(&near.column), Some(&near.at.1), "{table:?}");
        assert!((table.first..=table.last).contains(&near.at.0), "{table:?}");
    }
});
