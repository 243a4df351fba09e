//! The roll-up: all agreements at a glance, for a police region or the country. Made from the last version of each.

mod data;
mod page;
mod read;
mod workbook;

pub(crate) use data::render as render_data;
pub(crate) use page::{check, render as render_page};
pub(crate) use read::{AgreementState, read};
pub(crate) use workbook::render as render_workbook;

use super::overview::tally_of;
use crate::model::assessment::Status;
use read::PledgeState;

/// The pledges of several agreements, by kind: what their first target asks.
fn kinds(agreements: &[AgreementState]) -> Vec<(&str, Vec<(Status, usize)>)> {
    let mut kinds: Vec<&str> = pledges(agreements)
        .map(|(_, pledge)| pledge.kind())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let of_kind = |kind| {
        let pledges = pledges(agreements).filter(move |(_, pledge)| pledge.kind() == kind);
        tally_of(pledges.map(|(_, pledge)| pledge.status))
    };
    kinds
        .into_iter()
        .map(|kind| (kind, of_kind(kind)))
        .collect()
}

fn pledges(agreements: &[AgreementState]) -> impl Iterator<Item = (&AgreementState, &PledgeState)> {
    let each = agreements.iter();
    each.flat_map(|agreement| {
        agreement
            .pledges
            .iter()
            .map(move |pledge| (agreement, pledge))
    })
}

#[cfg(test)]
mod tests;
