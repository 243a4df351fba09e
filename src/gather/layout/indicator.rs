//! A row a measurement of an indicator.

use super::answers::unreadable_date;
use super::table::{Kind, Rows};
use super::{Fate, Job, Taken};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Reading};
use crate::model::agreement::IndicatorValue;
use crate::model::finding::Code;

/// Reads values of the indicator `id`.
pub fn take(job: &Job<'_>, id: &str) -> Taken {
    let mut taken = Taken::default();
    let Some(rows) = Rows::find(job, &["date", "month", "year", "value"], &mut taken) else {
        return taken;
    };
    rows.enter_fates(&mut taken);
    for (row, kind) in &rows.kinds {
        let Kind::Data { .. } = kind else { continue };
        let cells = rows.cells(*row);
        let fate = match (
            super::when::when(&cells, rows.year_at(*row)),
            cells.field("value"),
        ) {
            (_, None) => Fate::Skipped,
            (_, Some(spot)) if *spot.cell == Cell::Empty => Fate::Skipped,
            (super::when::When::Read { span, .. }, Some(spot)) => {
                match value::number(spot.cell, false) {
                    Reading::Is(number) if number.quantity.is_exact() => {
                        let value = IndicatorValue {
                            date: span.from,
                            value: number.quantity.low(),
                        };
                        taken
                            .gathered
                            .indicators
                            .entry(id.to_owned())
                            .or_default()
                            .push(value);
                        Fate::Used
                    }
                    Reading::Blank | Reading::Gap => Fate::Skipped,
                    _ => {
                        let finding = job.finding(Code::UnreadableNumber, spot.at);
                        taken
                            .findings
                            .push(finding.with("text", value::text(spot.cell)));
                        Fate::Rejected
                    }
                }
            }
            (super::when::When::Missing, _) => {
                taken
                    .findings
                    .push(job.finding(Code::MissingDate, cells.anchor()));
                Fate::Rejected
            }
            (super::when::When::Unreadable { .. }, Some(spot)) => {
                let dated = cells.field("date").unwrap_or(spot);
                taken.findings.push(unreadable_date(job, dated));
                Fate::Rejected
            }
        };
        taken.fates.insert(*row, fate);
    }
    taken
}
