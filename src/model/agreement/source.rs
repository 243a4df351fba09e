//! Which workbooks tell, and how often.

use super::frequency::Frequency;
use super::sheet::SheetMapping;

/// Workbooks of one partner and how they are read, `[[source]]`.
#[derive(Clone, Debug)]
pub struct Source {
    /// Whose they are.
    pub partner: String,
    /// The pattern of their paths in the drop folder, as it is shown.
    pub files: String,
    /// The same as it is written, identity numbers too: what paths are held against.
    pub pattern: String,
    /// How often something is written even when nothing happened.
    pub expected: Option<Frequency>,
    /// The day of the month after on which a month is due.
    pub due: Option<u32>,
    /// Patterns of workbooks and sheets that look like its own and are not to be read.
    pub ignored: Vec<String>,
    /// How its sheets are read.
    pub sheets: Vec<SheetMapping>,
    /// The line it begins on.
    pub line: usize,
}

impl Source {
    /// How often it tells: as often as the sheet of it that tells most often.
    pub(crate) fn frequency(&self) -> Option<Frequency> {
        self.frequency_where(|_| true)
    }

    /// How often it tells of any of these activities.
    pub(crate) fn frequency_of(&self, activities: &[&str]) -> Option<Frequency> {
        self.frequency_where(|sheet| activities.iter().any(|activity| sheet.gives(activity)))
    }

    /// How often one of its sheets tells.
    pub(crate) fn frequency_of_sheet(&self, sheet: &SheetMapping) -> Option<Frequency> {
        sheet
            .expected
            .or(self.expected.filter(|_| sheet.reports_time()))
    }

    /// A sheet's own `expected` takes the place of the source's, which holds for the sheets without one whose rows tell of
    /// a time.
    fn frequency_where(&self, concerns: impl Fn(&SheetMapping) -> bool) -> Option<Frequency> {
        let sheets = || self.sheets.iter().filter(|sheet| concerns(sheet));
        sheets()
            .filter_map(|sheet| self.frequency_of_sheet(sheet))
            .min()
            .or(self
                .expected
                .filter(|_| !sheets().any(SheetMapping::reports_time)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Gives, Layout};
    use super::*;
    use std::collections::BTreeMap;

    fn sheet(layout: Layout, gives: Gives, expected: Option<Frequency>) -> SheetMapping {
        SheetMapping {
            name: None,
            layout,
            gives,
            columns: BTreeMap::new(),
            partner_columns: BTreeMap::new(),
            only_rows: Vec::new(),
            expected,
            line: 1,
        }
    }

    fn log(activity: &str, expected: Option<Frequency>) -> SheetMapping {
        sheet(Layout::Log, Gives::Activity(activity.to_owned()), expected)
    }

    #[test]
    fn the_own_frequency_of_a_sheet_takes_the_place_of_its_sources() {
        use Frequency::{Monthly, Quarterly, Weekly};
        let register = || sheet(Layout::Register, Gives::Places("p".to_owned()), None);
        for (source, sheets, whole, of_a) in [
            (None, vec![log("a", None)], None, None),
            (
                Some(Monthly),
                vec![log("a", None)],
                Some(Monthly),
                Some(Monthly),
            ),
            (
                Some(Monthly),
                vec![log("a", Some(Quarterly))],
                Some(Quarterly),
                Some(Quarterly),
            ),
            (
                Some(Quarterly),
                vec![log("a", Some(Monthly))],
                Some(Monthly),
                Some(Monthly),
            ),
            (
                None,
                vec![log("a", Some(Weekly))],
                Some(Weekly),
                Some(Weekly),
            ),
            // The source tells as often as one of its sheets, and of each activity as often as its own.
            (
                Some(Monthly),
                vec![log("a", Some(Quarterly)), log("b", None)],
                Some(Monthly),
                Some(Quarterly),
            ),
            (
                None,
                vec![log("b", Some(Weekly)), log("a", None)],
                Some(Weekly),
                None,
            ),
            (
                None,
                vec![log("a", Some(Quarterly)), log("a", Some(Monthly))],
                Some(Monthly),
                Some(Monthly),
            ),
            // A register tells of no time, and asks for none.
            (
                Some(Monthly),
                vec![register(), log("a", Some(Quarterly))],
                Some(Quarterly),
                Some(Quarterly),
            ),
            (
                Some(Monthly),
                vec![register()],
                Some(Monthly),
                Some(Monthly),
            ),
            (Some(Monthly), Vec::new(), Some(Monthly), Some(Monthly)),
        ] {
            let source = Source {
                partner: "p".to_owned(),
                files: "*.xlsx".to_owned(),
                pattern: "*.xlsx".to_owned(),
                expected: source,
                due: None,
                ignored: Vec::new(),
                sheets,
                line: 1,
            };
            assert_eq!(source.frequency(), whole, "{source:?}");
            assert_eq!(source.frequency_of(&["a"]), of_a, "{source:?}");
        }
    }
}
