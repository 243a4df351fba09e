//! Requests on one sheet and their answers on another, joined by a case that stands in both.

use super::column_use::UnnamedMapping;
use super::inspection::InspectedSheet;
use crate::model::agreement::{Column, Layout};

/// A group of sheets with one draft.
type Group = (UnnamedMapping, Vec<usize>);

/// Groups that answer the requests of another: which, whose, and how the answers are read.
pub(super) fn answers_of(
    groups: &[Group],
    sheets: &[InspectedSheet],
) -> Vec<(usize, usize, UnnamedMapping)> {
    let mut found: Vec<(usize, usize, UnnamedMapping)> = Vec::new();
    for (at, (draft, members)) in groups.iter().enumerate() {
        let Some(answer) = answer(draft) else {
            continue;
        };
        let cases = cases(draft, members, sheets);
        let asked = |(other, (asked, asked_in)): (usize, &Group)| {
            let all = self::cases(asked, asked_in, sheets);
            // A number may be mistyped: then it answers nothing, which is told when it is read.
            let known = cases.iter().filter(|case| all.contains(case)).count();
            let holds = known > 0 && known * 2 >= cases.len();
            // What has an answer of its own is asked and answered on one sheet.
            let can_be = other != at
                && asked.columns.contains_key("date")
                && !asked.columns.contains_key("answered");
            let is_fuller =
                all.len() > cases.len() || draft.columns.contains_key("answered") || other < at;
            (can_be && holds && is_fuller).then_some(other)
        };
        let mut requests = groups.iter().enumerate().filter_map(asked);
        let (Some(requests), None) = (requests.next(), requests.next()) else {
            continue;
        };
        if found.iter().all(|(answers, ..)| *answers != requests) {
            found.push((at, requests, answer));
        }
    }
    found
}

/// How a sheet is read if its rows are answers: its case, and the day under the heading of answers, of what is done, or the only one there is.
fn answer(draft: &UnnamedMapping) -> Option<UnnamedMapping> {
    let heading = |field: &str| draft.columns.get(field).cloned();
    if draft.layout != Layout::Log || !draft.counts.is_empty() {
        return None;
    }
    let day = heading("answered").or(heading("done")).or(heading("date"));
    let (case, answered) = (heading("case")?, day?);
    let column = |field: &str, heading: Column| (field.to_owned(), heading);
    Some(UnnamedMapping {
        columns: [column("case", case), column("answered", answered)].into(),
        ..UnnamedMapping::new(Layout::Log)
    })
}

fn cases<'a>(
    draft: &UnnamedMapping,
    members: &[usize],
    sheets: &'a [InspectedSheet],
) -> Vec<&'a str> {
    let Some(heading) = draft.columns.get("case") else {
        return Vec::new();
    };
    let columns = members
        .iter()
        .filter_map(|at| sheets.get(*at))
        .flat_map(|sheet| &sheet.view.columns);
    let own = columns.filter(|seen| seen.heading == *heading);
    own.flat_map(|seen| seen.values.iter().map(String::as_str))
        .collect()
}
