//! What `lofte inspect` says that its block counts is what `run` counts by that block.

use chrono::NaiveDate;
use lofte::gather::cell::{Sheet, Workbook};
use lofte::gather::inspect::{self as room, WorkbookInfo};
use lofte::gather::reader;
use lofte::model::activity::SheetAccount;
use lofte::model::agreement::Layout;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::proposed::books;
use super::tables::tables;
use super::*;
use crate::setup::files::{copy, files_ending, repository};

/// What inspect says of every sheet of a workbook: rows used, rows not, and what was made of them.
type Told = Vec<(String, u64, u64, u64)>;

/// Layouts that no proposal of inspect has, and why not.
const NEVER_PROPOSED: &[(Layout, &str)] = &[];

/// Every layout of the agreement.
pub(super) fn layouts() -> Vec<Layout> {
    // The compiler asks for a layout that is new.
    let after = |layout: &Layout| match layout {
        Layout::Log => Some(Layout::Months),
        Layout::Months => Some(Layout::Form),
        Layout::Form => Some(Layout::Statements),
        Layout::Statements => Some(Layout::Milestones),
        Layout::Milestones => Some(Layout::Register),
        Layout::Register => None,
    };
    std::iter::successors(Some(Layout::Log), after).collect()
}

/// Holds that every layout but those never proposed was met, and those not.
fn hold_layouts(met: &[Layout]) {
    for layout in layouts() {
        let why_not = NEVER_PROPOSED.iter().find(|(never, _)| *never == layout);
        match (why_not, met.contains(&layout)) {
            (Some((_, why)), true) => panic!("{layout:?} is proposed, though: {why}"),
            (None, false) => panic!("{layout:?} was not met: of {met:?}"),
            _ => (),
        }
    }
}

/// The layouts of the proposed sheets by which rows are counted.
fn counting_layouts(agreement: &Agreement, workbook: &Workbook, as_of: NaiveDate) -> Vec<Layout> {
    let mut found = Vec::new();
    for (at, source) in agreement.sources.iter().enumerate() {
        for sheet in &source.sheets {
            let mut alone = agreement.clone();
            alone.sources[at].sheets = vec![sheet.clone()];
            let trials = room::trials(&alone, "polisen/Bok.xlsx", workbook, as_of);
            if !found.contains(&sheet.layout) && trials.iter().flatten().any(|trial| trial.used > 0)
            {
                found.push(sheet.layout);
            }
        }
    }
    found
}

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

/// Holds what is told of a workbook's file against what a run gathers where it lies; says of how many sheets, and adds the
/// layouts by which rows were counted.
fn hold(folder: &Path, as_of: NaiveDate, met: &mut Vec<Layout>) -> Result<usize, TestCaseError> {
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
    if layouts().iter().any(|layout| !met.contains(layout)) {
        for layout in counting_layouts(&agreement, &read.workbook, as_of) {
            if !met.contains(&layout) {
                met.push(layout);
            }
        }
    }
    Ok(told.len())
}

/// Writes a workbook, and holds what inspect tells of it.
fn hold_written(workbook: &Workbook, met: &mut Vec<Layout>) -> Result<usize, TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("polisen/Bok.xlsx");
    crate::reading::generated::sheet::write_any(&workbook.sheets, &path);
    hold(
        folder.path(),
        NaiveDate::from_ymd_opt(2024, 1, 31).unwrap(),
        met,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inspect_counts_what_run_counts(workbook in books()) {
        hold_written(&workbook, &mut Vec::new())?;
    }
}

#[test]
fn inspect_counts_what_run_counts_in_tables_of_every_layout() {
    let met = std::cell::RefCell::new(Vec::new());
    let config = ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let held = TestRunner::new(config).run(&tables(), |sheets: Vec<Sheet>| {
        hold_written(&Workbook { sheets }, &mut met.borrow_mut()).map(drop)
    });
    held.unwrap_or_else(|fault| panic!("{fault}"));
    hold_layouts(&met.borrow());
}

#[test]
fn inspect_counts_what_run_counts_in_workbooks_of_every_shape() {
    let mut sheets = 0;
    let mut met = Vec::new();
    for place in ["tests/seen", "tests/cases"] {
        let room = tempfile::tempdir().unwrap();
        copy(&repository(place), room.path());
        for path in files_ending(room.path(), ".xlsx") {
            let alone = tempfile::tempdir().unwrap();
            std::fs::create_dir(alone.path().join("polisen")).unwrap();
            std::fs::copy(&path, alone.path().join("polisen/Bok.xlsx")).unwrap();
            let as_of = NaiveDate::from_ymd_opt(2025, 1, 31).unwrap();
            sheets += hold(alone.path(), as_of, &mut met)
                .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        }
    }
    assert!(sheets >= 60, "{sheets}");
    hold_layouts(&met);
}
