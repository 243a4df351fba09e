//! Names of the activities that a workbook gives: the agreement's own where one is alike, else made of its words.

use super::column::CellKind;
use super::column_use::UnnamedMapping;
use super::inspection::WorkbookInfo;
use super::naming::{self, Hints};
use super::proposal::ProposedName;
use super::{series, synonyms};
use crate::model::agreement::{Column, Layout};

/// What an activity is called where nothing tells.
const NAMELESS: &str = "aktivitet";
/// A title of more words is a sentence, no name.
const LONGEST_TITLE: usize = 4;

pub(super) struct ActivityNamer<'a> {
    pub(super) about: &'a WorkbookInfo<'a>,
    pub(super) taken: Vec<String>,
}

impl ActivityNamer<'_> {
    /// What the rows of sheets with these names and titles give, in the order of their columns.
    pub(super) fn named(
        &mut self,
        draft: &UnnamedMapping,
        names: &[&str],
        titles: &[String],
    ) -> Vec<ProposedName> {
        let about = self.about;
        let (stem, folders) = path(about);
        let told = names.iter().copied();
        let is_secret = titles
            .iter()
            .map(String::as_str)
            .chain([stem])
            .chain(folders)
            .any(synonyms::is_secret);
        let persons = is_secret || told.clone().any(synonyms::is_about_persons);
        match draft.layout {
            Layout::Statements => Vec::new(),
            Layout::Register => {
                let name = self.own_name(draft, names, titles);
                vec![ProposedName {
                    others: self.other_names(names, titles),
                    name,
                    ..ProposedName::default()
                }]
            }
            _ if draft.counts.is_empty() => {
                let (name, is_known) = self.activity(draft, names, titles);
                let about = ProposedName {
                    others: self.other_names(names, titles),
                    name,
                    is_known,
                    ..ProposedName::default()
                };
                vec![self.counting(about, draft.in_hours, persons || draft.persons)]
            }
            _ => draft
                .counts
                .iter()
                .map(|column| self.counted(column, is_secret, stem_slug(names, stem)))
                .collect(),
        }
    }

    /// The activity of a sheet: the agreement's own where one is alike.
    fn activity(
        &mut self,
        draft: &UnnamedMapping,
        names: &[&str],
        titles: &[String],
    ) -> (String, bool) {
        let (stem, folders) = path(self.about);
        let mut hints: Hints<'_> = names
            .iter()
            .filter(|name| !series::is_generic(name))
            .map(|name| (1.0, *name))
            .collect();
        hints.push((0.9, stem));
        hints.extend(folders.iter().map(|folder| (0.8, *folder)));
        hints.extend(titles.iter().map(|title| (0.7, title.as_str())));
        let known = self
            .about
            .agreement
            .and_then(|agreement| naming::activity(agreement, &hints, &self.taken));
        let is_known = known.is_some();
        let name = known.unwrap_or_else(|| self.own_name(draft, names, titles));
        self.taken.push(name.clone());
        (name, is_known)
    }

    /// The activity of a counted column.
    fn counted(&mut self, column: &Column, is_secret: bool, other: String) -> ProposedName {
        let whole = [column.under.as_deref().unwrap_or_default(), &column.heading].join(" ");
        let hints = vec![(1.0, whole.as_str())];
        let known = self
            .about
            .agreement
            .and_then(|agreement| naming::activity(agreement, &hints, &self.taken));
        let is_known = known.is_some();
        // «Antal» alone says nothing of what it counts.
        let is_bare = column.under.is_none() && synonyms::counts(&column.heading) == Some(false);
        let own = if is_bare && !other.is_empty() {
            other.clone()
        } else {
            naming::slug(&whole)
        };
        let name = known.unwrap_or_else(|| self.free(own));
        self.taken.push(name.clone());
        let hours = synonyms::field(&column.heading, CellKind::Count) == Some("hours");
        let named = ProposedName {
            others: vec![format!("{name}-{other}")],
            name,
            is_known,
            ..ProposedName::default()
        };
        self.counting(
            named,
            hours,
            is_secret || synonyms::is_about_persons(&whole),
        )
    }

    /// A name made of the sheet's, else of the file's or, of forms, of the folder's, else of the title above the table.
    fn own_name(&self, draft: &UnnamedMapping, names: &[&str], titles: &[String]) -> String {
        let (stem, folders) = path(self.about);
        // A form's sheet and file are named after its occasion, its folder after them all.
        let folder = folders
            .last()
            .copied()
            .filter(|_| draft.layout == Layout::Form && folders.len() > 1);
        let sheet = names
            .first()
            .copied()
            .filter(|name| names.len() == 1 && !series::is_generic(name));
        let file = Some(stem).filter(|stem| !series::is_generic(stem));
        let title = titles
            .iter()
            .map(|title| naming::slug(title))
            .find(|slug| is_name(slug));
        let named = folder
            .or(sheet)
            .or(file)
            .map(|name| naming::slug(&series::without_time(name)));
        let named = named.filter(|name| !name.is_empty());
        self.free(
            named
                .or(title)
                .unwrap_or_else(|| naming::slug(&series::without_time(stem))),
        )
    }

    /// What it may be called besides: its title, its file's name, both names.
    fn other_names(&self, names: &[&str], titles: &[String]) -> Vec<String> {
        let (stem, _) = path(self.about);
        let title = titles
            .iter()
            .map(|title| naming::slug(title))
            .find(|slug| is_name(slug));
        let stem = naming::slug(stem);
        let sheet = names
            .first()
            .map(|name| naming::slug(name))
            .unwrap_or_default();
        let both = format!("{stem}-{sheet}");
        let sensible =
            |name: &String| !name.is_empty() && !name.starts_with('-') && !name.ends_with('-');
        title
            .into_iter()
            .chain([stem, both])
            .filter(sensible)
            .collect()
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

    /// An activity with what the agreement would have to say of it, if it does not know it.
    fn counting(&self, named: ProposedName, hours: bool, persons: bool) -> ProposedName {
        let agreement = self.about.agreement;
        let is_told =
            agreement.is_some_and(|agreement| agreement.activities.contains_key(&named.name));
        ProposedName {
            is_activity: true,
            hours: hours && !is_told,
            persons: persons && !is_told,
            ..named
        }
    }
}

/// Whether a title can name an activity.
fn is_name(slug: &str) -> bool {
    !slug.is_empty() && slug.split('-').count() <= LONGEST_TITLE && !series::is_generic(slug)
}

fn stem_slug(names: &[&str], stem: &str) -> String {
    let sheet = names.first().filter(|name| !series::is_generic(name));
    naming::slug(&series::without_time(sheet.copied().unwrap_or(stem)))
}

/// The file's name without its ending, and its folders.
fn path<'a>(about: &WorkbookInfo<'a>) -> (&'a str, Vec<&'a str>) {
    let mut folders: Vec<&str> = about.shown.split('/').collect();
    let file = folders.pop().unwrap_or_default();
    (
        file.rsplit_once('.').map_or(file, |(stem, _)| stem),
        folders,
    )
}
