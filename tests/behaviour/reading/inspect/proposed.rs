//! Whatever stands in a workbook, what is proposed is no fault of an agreement.

use chrono::NaiveDate;
use lofte::gather::cell::{Cell, Sheet, Workbook};
use lofte::gather::inspect::{self as room, WorkbookInfo};
use proptest::prelude::*;

use super::*;

/// Cells as they come in workbooks: headings, dates, numbers, marks, and signs that mean something in TOML or in patterns.
pub(super) fn cells() -> impl Strategy<Value = Cell> {
    let words = [
        "Datum",
        "Vecka",
        "Månad",
        "År",
        "Plats",
        "Antal",
        "Antal kontakter",
        "Löfte",
        "Läge",
        "Steg",
        "Klart senast",
        "Klart",
        "Genomförd",
        "Polis",
        "jan",
        "feb",
        "mar",
        "Januari 2022",
        "v. 30",
        "12 mars",
        "x",
        "ja",
        "nej",
        "-",
        "Summa",
        "ca 2",
        "14:00",
        "Skola",
        "a \"b\" \\",
        "å*[1]?{",
        "Timmar",
        "Stadskärnan",
        "#N/A",
        "Namn:",
        "Datum:",
        "Öppnade",
        "=",
        "🙂",
    ];
    let day = NaiveDate::from_ymd_opt(2023, 5, 1);
    prop_oneof![
        3 => Just(Cell::Empty),
        6 => prop::sample::select(words.to_vec()).prop_map(|word| Cell::Text(word.to_owned())),
        1 => any::<f64>().prop_map(Cell::Number),
        1 => (0u32..60).prop_map(|number| Cell::Number(f64::from(number))),
        1 => (0i64..400).prop_map(move |days| Cell::Date {
            day: day.and_then(|day| day.checked_add_signed(chrono::Duration::days(days))),
            time: None,
            serial: None,
        }),
        1 => any::<bool>().prop_map(Cell::Bool),
        1 => Just(Cell::Uncalculated),
        1 => "\\PC{0,8}".prop_map(|word| if word.trim().is_empty() { Cell::Empty } else { Cell::Text(word) }),
    ]
}

pub(super) fn books() -> impl Strategy<Value = Workbook> {
    let rows = prop::collection::vec(prop::collection::vec(cells(), 0..7), 0..9);
    let name = prop_oneof![Just("Kv1".to_owned()), Just("Kv2".to_owned()), "\\PC{1,12}"];
    let merged = prop::collection::vec((0usize..9, 0usize..7, 0usize..12, 0usize..9), 0..3);
    let sheet =
        (name, any::<bool>(), rows, merged).prop_map(|(name, hidden, rows, merged)| Sheet {
            name,
            hidden,
            rows,
            merged,
            ..Sheet::default()
        });
    prop::collection::vec(sheet, 0..4).prop_map(|sheets| Workbook { sheets })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever stands in a workbook: what is proposed is no fault of an agreement.
    #[test]
    fn a_proposed_source_loads(workbook in books(), shown in "(polisen/)?\\PC{1,12}\\.xlsx") {
        let place = room::place(Path::new(&format!("/w/workbooks/{shown}")), None);
        let own = loaded(HEAD);
        for agreement in [None, Some(&own)] {
            let about = WorkbookInfo { shown: &place.shown, files: &place.files, agreement, partners: &own.partners };
            let inspection = room::inspect(&workbook, &about);
            let Some(proposal) = &inspection.proposal else { continue };
            let kinds: String = proposal.source.kinds().into_values().collect();
            let (head, _) = HEAD.split_once("[partners]").unwrap();
            let partners = own.partners.iter().map(|partner| partner.id.clone()).chain([proposal.source.partner.clone()]);
            let partners: std::collections::BTreeSet<String> = partners.collect();
            let named: String =
                partners.iter().map(|partner| format!("[partners.{}]\nname = \"x\"\n", room::key(partner))).collect();
            // Each other reading of a sheet is a source too.
            let others = proposal.others.iter().enumerate().flat_map(|(at, others)| {
                others.iter().map(move |other| {
                    let mut source = proposal.source.clone();
                    source.sheets[at] = other.sheet.clone();
                    source
                })
            });
            for source in others.chain([proposal.source.clone()]) {
                let read = loaded(&format!("{head}{named}\n{}{kinds}", source.block()));
                prop_assert_eq!(read.sources.len(), 1);
                let as_of = NaiveDate::from_ymd_opt(2024, 1, 31).unwrap();
                let trials = room::trials(&read, &place.shown, &workbook, as_of);
                // No workbook has two sheets of one name.
                let names: std::collections::BTreeSet<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                for (sheet, trial) in workbook.sheets.iter().zip(trials).filter(|_| names.len() == workbook.sheets.len()) {
                    let read = trial.map_or(0, |trial| trial.used + trial.unused);
                    prop_assert!(read <= sheet.rows.len() as u64);
                }
            }
        }
    }
}
