//! Which period a report is about.

use chrono::NaiveDate;

use crate::error::{AskedFault, Error};
use crate::model::span::{DateSpan, Period};

/// The period of that name, or the last closed month before as-of that lies in the term.
///
/// # Errors
/// A usage error if the name means no period of the term, if the period has not ended by as-of, or if no month of the
/// term has.
pub(super) fn period(
    name: Option<&str>,
    term: DateSpan,
    as_of: NaiveDate,
) -> Result<Period, Error> {
    match name {
        Some(name) => named(name, term, as_of),
        None => last_closed_month(term, as_of),
    }
}

fn named(name: &str, term: DateSpan, as_of: NaiveDate) -> Result<Period, Error> {
    let name = name.to_owned();
    let Ok(period) = Period::parse(&name, term) else {
        return Err(Error::Asked(AskedFault::NoPeriod(name)));
    };
    if !period.span.overlaps(term) {
        return Err(Error::Asked(AskedFault::OutsideTerm { name, term }));
    }
    let end = period.end();
    if as_of < end {
        return Err(Error::Asked(AskedFault::NotEnded { name, end, as_of }));
    }
    Ok(period)
}

fn last_closed_month(term: DateSpan, as_of: NaiveDate) -> Result<Period, Error> {
    let closed = term
        .each_month()
        .take_while(|month| month.to < as_of)
        .last();
    let month = closed
        .and_then(DateSpan::as_month)
        .and_then(|(year, month)| Period::month(year, month));
    let from = term.from;
    month.ok_or(Error::Asked(AskedFault::NoneEnded { from, as_of }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn chosen(name: Option<&str>, as_of: &str) -> Result<String, String> {
        let term = DateSpan::new("2022-01-01".parse().unwrap(), "2023-12-31".parse().unwrap());
        let period = period(name, term, as_of.parse().unwrap());
        period
            .map(|period| period.to_string())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_last_closed_month_of_the_term() {
        let facts = [
            ("2023-10-05", Ok("2023-09")),
            ("2023-10-01", Ok("2023-09")),
            ("2023-09-30", Ok("2023-08")),
            ("2026-11-23", Ok("2023-12")),
            ("2022-02-01", Ok("2022-01")),
        ];
        for (as_of, name) in facts {
            assert_eq!(chosen(None, as_of), name.map(str::to_owned), "{as_of}");
        }
        assert!(
            chosen(None, "2022-01-31")
                .unwrap_err()
                .contains("2022-01-01")
        );
    }

    #[test]
    fn a_named_period_must_have_ended_and_lie_in_the_term() {
        assert_eq!(
            chosen(Some("2023-Q3"), "2023-09-30"),
            Ok("2023-Q3".to_owned())
        );
        assert_eq!(chosen(Some("term"), "2024-01-31"), Ok("term".to_owned()));
        for (name, as_of, words) in [
            ("2023-09", "2023-09-29", "2023-09-30"),
            ("2024-01", "2024-02-05", "outside"),
            ("september", "2023-10-05", "2023-09"),
        ] {
            let fault = chosen(Some(name), as_of).unwrap_err();
            assert!(
                fault.contains(words) && fault.lines().count() == 1,
                "{fault}"
            );
        }
    }
}
