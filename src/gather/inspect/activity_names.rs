//! Names of the activities that a workbook gives: the agreement's own where one is alike, else made of its words.

use super::column::CellKind;
use super::column_use::UnnamedMapping;
use super::inspection::WorkbookInfo;
use super::naming::{self, Hints};
use super::synonyms;
use crate::model::agreement::{ActivityKind, Agreement, Column, Gives, Layout, Unit};
use std::collections::BTreeMap;

/// What an activity is called where nothing tells.
const NAMELESS: &str = "aktivitet";

pub(super) struct ActivityNamer<'a> {
    pub(super) about: &'a WorkbookInfo<'a>,
    pub(super) taken: Vec<String>,
    pub(super) kinds: BTreeMap<String, ActivityKind>,
}

impl ActivityNamer<'_> {
    pub(super) fn gives(
        &mut self,
        draft: &UnnamedMapping,
        names: &[&str],
        titles: &[String],
    ) -> Gives {
        match draft.layout {
            Layout::Statements => Gives::Statements,
            Layout::Register => Gives::Places(self.own_name(draft, names)),
            _ if draft.counts.is_empty() => {
                let persons = names.iter().any(|name| synonyms::is_about_persons(name));
                let activity = self.activity(draft, names, titles);
                self.remember(&activity, draft.in_hours, persons);
                Gives::Activity(activity)
            }
            _ => Gives::Counts(
                draft
                    .counts
                    .iter()
                    .map(|column| (self.counted(column), column.clone()))
                    .collect(),
            ),
        }
    }

    /// The activity of a sheet: the agreement's own where one is alike.
    fn activity(&mut self, draft: &UnnamedMapping, names: &[&str], titles: &[String]) -> String {
        let (stem, folders) = self.path();
        let mut hints: Hints<'_> = names
            .iter()
            .filter(|name| !naming::is_generic(name))
            .map(|name| (1.0, *name))
            .collect();
        hints.push((0.9, stem));
        hints.extend(folders.iter().map(|folder| (0.8, *folder)));
        hints.extend(titles.iter().map(|title| (0.7, title.as_str())));
        let known = self
            .about
            .agreement
            .and_then(|agreement| naming::activity(agreement, &hints, &self.taken));
        let name = known.unwrap_or_else(|| self.own_name(draft, names));
        self.taken.push(name.clone());
        name
    }

    /// The activity of a counted column.
    fn counted(&mut self, column: &Column) -> String {
        let whole = [column.under.as_deref().unwrap_or_default(), &column.heading].join(" ");
        let hints = vec![(1.0, whole.as_str())];
        let known = self
            .about
            .agreement
            .and_then(|agreement| naming::activity(agreement, &hints, &self.taken));
        let name = known.unwrap_or_else(|| self.free(naming::slug(&whole)));
        self.taken.push(name.clone());
        let hours = synonyms::field(&column.heading, CellKind::Count) == Some("hours");
        self.remember(&name, hours, synonyms::is_about_persons(&whole));
        name
    }

    /// A name made of the sheet's, else of the file's or, of forms, of the folder's.
    fn own_name(&self, draft: &UnnamedMapping, names: &[&str]) -> String {
        let (stem, folders) = self.path();
        let sheet = names
            .first()
            .copied()
            .filter(|name| names.len() == 1 && !naming::is_generic(name));
        // A form's file is named after its occasion, its folder after them all.
        let folder = folders
            .last()
            .copied()
            .filter(|_| draft.layout == Layout::Form && folders.len() > 1);
        self.free(naming::slug(sheet.or(folder).unwrap_or(stem)))
    }

    /// The name, or with a number where it is taken.
    fn free(&self, name: String) -> String {
        let name = if name.is_empty() {
            NAMELESS.to_owned()
        } else {
            name
        };
        let is_free = |name: &String| !self.taken.contains(name);
        let numbered = (2..=self.taken.len() + 2).map(|number| format!("{name}-{number}"));
        std::iter::once(name.clone())
            .chain(numbered)
            .find(is_free)
            .unwrap_or(name)
    }

    /// The file's name without its ending, and its folders.
    fn path(&self) -> (&str, Vec<&str>) {
        let mut folders: Vec<&str> = self.about.shown.split('/').collect();
        let file = folders.pop().unwrap_or_default();
        (
            file.rsplit_once('.').map_or(file, |(stem, _)| stem),
            folders,
        )
    }

    /// What the agreement would have to say of an activity that it does not know.
    fn remember(&mut self, activity: &str, hours: bool, persons: bool) {
        let known = |agreement: &Agreement| agreement.activities.contains_key(activity);
        if (hours || persons) && !self.about.agreement.is_some_and(known) {
            let unit = if hours { Unit::Hours } else { Unit::Things };
            self.kinds.insert(
                activity.to_owned(),
                ActivityKind {
                    persons,
                    unit,
                    ..ActivityKind::default()
                },
            );
        }
    }
}
