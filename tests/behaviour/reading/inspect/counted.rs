//! What `lofte inspect` says that its block counts is what `run` counts by that block.

use chrono::NaiveDate;
use lofte::gather::cell::Workbook;
use lofte::gather::inspect::{self as room, WorkbookInfo};
use lofte::gather::reader;
use lofte::model::activity::SheetAccount;
use proptest::prelude::*;

use super::proposed::books;
use super::*;
use crate::setup::files::{copy, files_ending, repository};

/// What inspect says of every sheet of a workbook: rows used, rows not, and what was made of them.
type Told = Vec<(String, u64, u64, u64)>;

/// Inspects a workbook; says what is told, and the agreement with the proposed source.
fn inspected(workbook: &Workbook, as_of: NaiveDate) -> Option<(Told, Agreement)> {
    let own = loaded(HEAD);
    let about = WorkbookInfo {
        shown: "polisen/Bok.xlsx",
        files: "polisen/Bok.xlsx",
        agreement: None,
        partners: &own.partners,
    };
    let proposal = room::inspect(workbook, &about).proposal?;
    let kinds: String = proposal.source.kinds().into_values().collect();
    let agreement = loaded(&format!("{HEAD}\n{}{kinds}", proposal.source.block()));
    let trials = room::trials(&agreement, "polisen/Bok.xlsx", workbook, as_of);
    let told = workbook
        .sheets
        .iter()
        .zip(trials)
        .filter_map(|(sheet, trial)| {
            let trial = trial?;
            Some((sheet.name.clone(), trial.used, trial.unused, trial.made))
        });
    Some((told.collect(), agreement))
}

/// Holds what is told of a workbook's file against what a run gathers where it lies.
fn hold(folder: &Path, as_of: NaiveDate) -> Result<usize, TestCaseError> {
    let bytes = std::fs::read(folder.join("polisen/Bok.xlsx")).unwrap();
    let Ok(read) = reader::read(&bytes, "polisen/Bok.xlsx") else {
        return Ok(0);
    };
    let Some((told, agreement)) = inspected(&read.workbook, as_of) else {
        return Ok(0);
    };
    let gathered = gather(&agreement, folder, as_of, &Isolation::InProcess)
        .unwrap()
        .value;
    let accounts = gathered.accounts.iter().flat_map(|account| &account.sheets);
    let counted = accounts.map(|account: &SheetAccount| {
        let left = account.skipped + account.rejected;
        (
            account.sheet.clone(),
            account.rows_used,
            left,
            account.activities,
        )
    });
    let counted: Told = counted.collect();
    prop_assert_eq!(&told, &counted);
    Ok(told.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inspect_counts_what_run_counts(workbook in books()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("polisen/Bok.xlsx");
        crate::reading::generated::sheet::write_any(&workbook.sheets, &path);
        hold(folder.path(), NaiveDate::from_ymd_opt(2024, 1, 31).unwrap())?;
    }
}

#[test]
fn inspect_counts_what_run_counts_in_workbooks_of_every_shape() {
    let mut sheets = 0;
    for place in ["tests/seen", "tests/cases"] {
        let room = tempfile::tempdir().unwrap();
        copy(&repository(place), room.path());
        for path in files_ending(room.path(), ".xlsx") {
            let alone = tempfile::tempdir().unwrap();
            std::fs::create_dir(alone.path().join("polisen")).unwrap();
            std::fs::copy(&path, alone.path().join("polisen/Bok.xlsx")).unwrap();
            let as_of = NaiveDate::from_ymd_opt(2025, 1, 31).unwrap();
            sheets += hold(alone.path(), as_of)
                .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        }
    }
    assert!(sheets >= 60, "{sheets}");
}
