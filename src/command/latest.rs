//! How things stand at the end of the latest period that was told of, when an earlier one is made after it.

use std::path::Path;

use chrono::NaiveDate;

use crate::assess::assess;
use crate::error::Error;
use crate::gather::gather;
use crate::gather::isolate::Isolation;
use crate::model::agreement::Agreement;
use crate::model::assessment::Assessment;
use crate::model::report::History;
use crate::model::span::Period;

/// The verdicts at the end of the latest period that a version is about, with what was held up to then, where that is later than
/// this one: of figures about persons what was told of later time counts too. None where nothing later was told.
pub(super) fn latest(
    agreement: &Agreement,
    drop_folder: &Path,
    isolation: &Isolation,
    (period, as_of): (&Period, NaiveDate),
    history: &History,
) -> Result<Option<Vec<Assessment>>, Error> {
    let published = history.published.iter();
    let Some(last) = published
        .filter(|version| version.end > period.end())
        .max_by_key(|version| version.end)
    else {
        return Ok(None);
    };
    let Ok(then) = Period::parse(&last.period, agreement.term) else {
        return Ok(None);
    };
    let as_of = as_of.max(last.as_of);
    let gathered = gather(agreement, drop_folder, as_of, isolation)?.value;
    Ok(Some(
        assess(agreement, &gathered, &then, as_of, history).value,
    ))
}
