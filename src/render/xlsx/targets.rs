//! The sheet of targets: a row a window, with what is asked, what was done and the verdict.

use super::super::overview::{grows_evenly, reckoning as words, short_name, window_name};
use super::cell::{TableCell, Value, number};
use super::charts::is_share_of_asked;
use super::columns::reckoning as column;
use super::figures::{Figures, WindowFigures};
use super::reckoning;
use super::sheet::{Columns, HeadedColumn, Print, SheetTable};
use super::texts::Texts;
use crate::model::basis::VerdictRule;
use crate::model::quantity::{Amount, Quantity};

const ID: &str = "Targets";

fn headings(texts: &Texts<'_>) -> Vec<HeadedColumn> {
    vec![
        texts.column("xlsx-number", 5),
        texts.column("xlsx-id", 30),
        texts.column("xlsx-target", 34),
        texts.column("xlsx-window", 16),
        texts.column("xlsx-from", 11),
        texts.column("xlsx-to", 11),
        texts.column("xlsx-required", 9),
        texts.column("xlsx-pace", 12),
        texts.column("xlsx-low", 9),
        texts.column("xlsx-high", 9),
        texts.column("xlsx-whole-low", 9),
        texts.column("xlsx-whole-high", 9),
        texts.column("xlsx-progress", 9),
        texts.statuses("ui-status", 16),
        texts.column("ui-reckoning", 44),
        texts.column("xlsx-evidence", 12),
        texts.column("xlsx-made-by", 10),
        texts.column("xlsx-window-row", 9),
        texts.column("xlsx-key", 26),
    ]
}

/// How formulas speak of targets.
pub(super) fn columns_of(figures: &Figures<'_>, texts: &Texts<'_>) -> Columns {
    let sheet = texts.wording.text("xlsx-targets");
    Columns::new(ID, &sheet, figures.windows.len(), &headings(texts))
}

/// The sheets that the rows lead to, and whose cells they show.
pub(super) struct LinkedSheets {
    pub(super) pledges: Columns,
    pub(super) counted: Columns,
    pub(super) reckonings: Columns,
}

/// The sheet.
pub(super) fn table<'a>(
    figures: &'a Figures<'a>,
    linked: LinkedSheets,
    texts: &'a Texts<'a>,
) -> SheetTable<'a> {
    let own = columns_of(figures, texts);
    let row = move |(index, window): (usize, &'a WindowFigures<'a>)| {
        let cells = TargetCells {
            figures,
            index,
            window,
            linked: &linked,
            own: &own,
            texts,
        };
        cells.row()
    };
    let mut table = texts.table(
        ID,
        "xlsx-targets",
        headings(texts),
        (
            figures.windows.len(),
            Box::new(figures.windows.iter().enumerate().map(row)),
        ),
        Print::Columns(15),
    );
    table.frozen = 2;
    table
}

struct TargetCells<'a> {
    figures: &'a Figures<'a>,
    index: usize,
    window: &'a WindowFigures<'a>,
    linked: &'a LinkedSheets,
    own: &'a Columns,
    texts: &'a Texts<'a>,
}

impl TargetCells<'_> {
    fn row(&self) -> Vec<TableCell> {
        let window = self.window.window;
        let pledge = self.window.pledge;
        let wording = self.texts.wording;
        let (low, high, whole_low, whole_high) = self.outcome();
        let made_by = if self.is_verdict_live() {
            "xlsx-formula"
        } else {
            "xlsx-value"
        };
        let place = self.figures.place_of(pledge.number);
        vec![
            TableCell::Link {
                text: String::new(),
                number: u64::try_from(pledge.number).ok(),
                to: self.linked.pledges.place(place..=place),
            },
            TableCell::text(&short_name(pledge)),
            TableCell::text(&wording.phrase(&self.window.target.phrase)),
            TableCell::text(&window_name(window, wording)),
            TableCell::Day(window.span.from),
            TableCell::Day(window.span.to),
            self.required(),
            self.pace(),
            low,
            high,
            whole_low,
            whole_high,
            self.progress(),
            self.status(),
            TableCell::text(&words(window, wording)),
            self.rows(),
            TableCell::text(&wording.text(made_by)),
            TableCell::ordinal(self.index + 1),
            TableCell::Key(format!("{}/{}", pledge.id, self.window.target.id)),
        ]
    }

    fn is_verdict_live(&self) -> bool {
        reckoning::is_live(self.figures, self.window)
    }

    /// Whether its figures are formulas: also those without a verdict.
    fn is_live(&self) -> bool {
        let shown = self
            .window
            .basis
            .is_some_and(|basis| basis.rule == VerdictRule::Shown);
        shown || self.is_verdict_live()
    }

    /// The cell of a column of the window's reckoning.
    fn reckoned(&self, of: usize) -> String {
        format!(
            "INDEX({},MATCH({},{},0))",
            self.linked.reckonings.all(of),
            self.own
                .own(super::columns::targets::WINDOW, self.index + 2),
            self.linked.reckonings.all(column::WINDOW)
        )
    }

    fn withheld(&self) -> Option<TableCell> {
        let withheld = self.window.window.withheld;
        withheld.then(|| TableCell::text(&self.texts.wording.text("ui-withheld")))
    }

    fn required(&self) -> TableCell {
        let required = self.window.window.required;
        let Some(asked) = required else {
            return TableCell::Empty;
        };
        if let Some(withheld) = self.withheld() {
            return withheld;
        }
        let basis = self.window.basis.filter(|_| self.is_live());
        match basis.map(|basis| &basis.rule) {
            Some(VerdictRule::Average { .. }) => TableCell::Formula(
                format!("=ROUNDUP(ROUND({},8),2)", self.reckoned(column::PACE)),
                Value::Amount(asked),
            ),
            Some(
                VerdictRule::EachPart { .. }
                | VerdictRule::Requests { .. }
                | VerdictRule::Steps { .. },
            ) => TableCell::Formula(
                format!("={}", self.reckoned(column::REQUIRED)),
                Value::Amount(asked),
            ),
            _ if self.window.target.kind == "share" => TableCell::Percent(asked),
            _ => TableCell::Amount(asked),
        }
    }

    fn pace(&self) -> TableCell {
        let pace = self.window.window.pace;
        let Some(pace) = pace.filter(|_| grows_evenly(self.window.target)) else {
            return TableCell::Empty;
        };
        if let Some(withheld) = self.withheld() {
            return withheld;
        }
        let basis = self.window.basis.filter(|_| self.is_live());
        let decimals = match basis.map(|basis| &basis.rule) {
            Some(
                VerdictRule::Sum { continuous, .. } | VerdictRule::EachPart { continuous, .. },
            ) => 2 * usize::from(*continuous),
            Some(VerdictRule::Requests { .. } | VerdictRule::Steps { .. }) => 0,
            _ => return TableCell::Amount(pace),
        };
        TableCell::Formula(
            format!(
                "=ROUNDDOWN(ROUND({},8),{decimals})",
                self.reckoned(column::PACE)
            ),
            Value::Amount(pace),
        )
    }

    /// The lowest and highest outcome, and of how much.
    fn outcome(&self) -> (TableCell, TableCell, TableCell, TableCell) {
        if let Some(word) = self.withheld() {
            return (word.clone(), word, TableCell::Empty, TableCell::Empty);
        }
        let live = self.is_live();
        let bounds = |of: Option<Quantity>, low, high| {
            let Some(of) = of else {
                return (TableCell::Empty, TableCell::Empty);
            };
            if !live {
                return (TableCell::Amount(of.low()), self.texts.high(of));
            }
            let value = |value, of| {
                TableCell::Formula(format!("={}", self.reckoned(of)), Value::Amount(value))
            };
            let upper = match of.high() {
                Some(value_of) => value(value_of, high),
                None => TableCell::Formula(
                    format!("={}", self.reckoned(high)),
                    Value::Text(self.texts.wording.text("xlsx-open")),
                ),
            };
            (value(of.low(), low), upper)
        };
        let window = self.window.window;
        let (low, high) = bounds(window.outcome, column::LOW, column::HIGH);
        let (whole_low, whole_high) = if live && window.out_of.is_some() && !self.is_share() {
            let of = window.out_of.unwrap_or(Quantity::ZERO);
            (TableCell::Amount(of.low()), self.texts.high(of))
        } else {
            bounds(window.out_of, column::WHOLE_LOW, column::WHOLE_HIGH)
        };
        (low, high, whole_low, whole_high)
    }

    fn is_share(&self) -> bool {
        self.window.target.kind == "share"
    }

    /// How much of what is asked is done at least; of a share, the share itself.
    fn progress(&self) -> TableCell {
        let window = self.window.window;
        let of = if self.is_share() {
            window.out_of.map(|whole| whole.low())
        } else {
            window.required
        };
        let (Some(outcome), Some(of)) = (window.outcome, of.filter(|of| *of > Amount::ZERO)) else {
            return TableCell::Empty;
        };
        if window.withheld || !self.is_live() || !is_share_of_asked(self.window) {
            return TableCell::Empty;
        }
        let low = self.own.own(super::columns::targets::LOW, self.index + 2);
        let by = self
            .own
            .own(if self.is_share() { 10 } else { 6 }, self.index + 2);
        TableCell::Formula(
            format!("=IF({by}>0,{low}/{by},0)"),
            Value::Share(number(outcome.low()) / number(of)),
        )
    }

    fn status(&self) -> TableCell {
        let status = self.window.window.status;
        if self.is_verdict_live() {
            let word = self.texts.wording.status(status);
            TableCell::Formula(
                format!("={}", self.reckoned(column::STATUS)),
                Value::Status(word),
            )
        } else {
            self.texts.status(status)
        }
    }

    /// Leads to the rows that count.
    fn rows(&self) -> TableCell {
        let rows = &self.window.counted;
        if rows.is_empty() || self.texts.edition.details.is_none() {
            return TableCell::Empty;
        }
        TableCell::Link {
            text: String::new(),
            number: u64::try_from(rows.len()).ok(),
            to: self.linked.counted.place(rows.start..=rows.end - 1),
        }
    }
}
