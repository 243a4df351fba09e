//! What the columns of a sheet are seen beside: names, titles, and who may be named.

use super::inspection::WorkbookInfo;
use super::shape::SheetShape;
use super::{naming, series};
use crate::gather::cell::{Cell, Sheet};
use crate::model::agreement::Partner;

/// What the columns of a sheet are seen beside.
pub(super) struct Surroundings<'a> {
    /// The partners that headings and cells may name.
    pub(super) partners: &'a [Partner],
    /// The names of folder, workbook and sheet, where they say something.
    pub(super) names: Vec<String>,
    /// Titles above the table, and what the agreement calls its activities.
    pub(super) told: Vec<String>,
}

impl<'a> Surroundings<'a> {
    /// Of a sheet of a workbook.
    pub(super) fn of(
        about: &WorkbookInfo<'a>,
        sheet: &Sheet,
        view: &SheetShape,
        partners: &'a [Partner],
    ) -> Surroundings<'a> {
        let above = view.header.map_or(0, |(first, _)| first);
        let titles = sheet
            .rows
            .iter()
            .take(above)
            .flatten()
            .filter_map(|cell| match cell {
                Cell::Text(text) => Some(text.clone()),
                _ => None,
            });
        // Folders say whose it is, and file and sheet what is in it.
        let file = about.shown.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let names = [stem, sheet.name.as_str()].into_iter().map(str::to_owned);
        let says = |name: &String| {
            let slug = naming::slug(name);
            !series::is_generic(name) && slug.split('-').any(|word| word.len() >= 4)
        };
        let known = about.agreement.map(|agreement| &agreement.activities);
        let activities = known
            .into_iter()
            .flatten()
            .flat_map(|(id, kind)| kind.words().map(str::to_owned).chain([id.clone()]));
        Surroundings {
            partners,
            names: names.filter(says).collect(),
            told: titles.chain(activities).collect(),
        }
    }

    /// Whether what a heading counts is what the sheet is about: «Antal kontakter» of «Medborgarkontakter», not «Antal ställen» of
    /// «Tillsyn». Where nothing says what it is about, the heading does.
    pub(super) fn are_about(&self, heading: &str) -> bool {
        if self.names.is_empty() && self.told.is_empty() {
            return true;
        }
        let counted = naming::slug(heading);
        let mut stems = counted
            .split('-')
            .filter(|word| word.len() >= 4)
            .skip_while(|word| *word == "antal");
        let told: Vec<String> = self
            .names
            .iter()
            .chain(&self.told)
            .map(|text| naming::slug(text))
            .collect();
        stems.any(|word| {
            let stem = word
                .get(..word.len().saturating_sub(2).max(4))
                .unwrap_or(word);
            told.iter().any(|text| text.contains(stem))
        })
    }
}
