//! Workbooks to begin with: for each source whose workbook is missing, the tables and forms that the agreement reads.

mod column;
mod name;
mod rows;

use crate::model::agreement::{Agreement, Gives, Layout, Pledge, SheetMapping, Source};
use crate::model::span::DateSpan;
use crate::model::starter::{
    Accepts, StarterActivity, StarterCell, StarterColumn, StarterHeading, StarterShape,
    StarterSheet, StarterWorkbook,
};
use crate::text::capital;
use name::SheetTime;

pub(crate) use name::Fits;

/// What is asked of the names in a new workbook.
#[derive(Clone, Copy)]
pub(crate) struct Naming<'a> {
    /// Whether a pattern of workbooks takes a path, in whatever format.
    pub(crate) path_fits: Fits<'a>,
    /// Whether a pattern of sheets takes a name.
    pub(crate) sheet_fits: Fits<'a>,
    /// The names of the sheets that hold instructions.
    pub(crate) reserved: &'a [String],
    /// The heading of remarks.
    pub(crate) remark: &'a str,
    /// The heading of what is told, where the agreement asks for no label.
    pub(crate) what: &'a str,
}

/// What could be made, and the patterns of which no name can be made.
pub(crate) struct Starters {
    pub(crate) workbooks: Vec<StarterWorkbook>,
    pub(crate) unnamed: Vec<String>,
}

/// The workbooks of the sources that lack theirs, by index.
pub(crate) fn starters(agreement: &Agreement, lacking: &[usize], naming: Naming<'_>) -> Starters {
    let mut starters = Starters {
        workbooks: Vec::new(),
        unnamed: Vec::new(),
    };
    let mut sources: Vec<&Source> = lacking
        .iter()
        .filter_map(|index| agreement.sources.get(*index))
        .collect();
    while let Some(first) = sources.first().copied() {
        let default = default_name(agreement, first);
        let path = name::path(&first.pattern, &default, agreement.term, naming.path_fits);
        let Some(path) = path else {
            starters.unnamed.push(first.files.clone());
            sources.remove(0);
            continue;
        };
        let (together, others): (Vec<&Source>, Vec<&Source>) = sources
            .into_iter()
            .partition(|source| (naming.path_fits)(&source.pattern, &path));
        sources = others;
        if together.is_empty() {
            // A pattern that does not take its own name again.
            starters.unnamed.push(first.files.clone());
            sources.retain(|source| source.line != first.line);
            continue;
        }
        let builder = Builder {
            agreement,
            naming,
            sources: &together,
        };
        match builder.workbook(first, path) {
            Some(workbook) => starters.workbooks.push(workbook),
            None => starters.unnamed.push(first.files.clone()),
        }
    }
    starters
}

/// What a workbook is called where its pattern does not say.
fn default_name(agreement: &Agreement, source: &Source) -> String {
    match source.sheets.as_slice() {
        [only] => only
            .name
            .clone()
            .filter(|name| !name.contains(['*', '?', '[', '{']))
            .unwrap_or_else(|| sheet_default(agreement, only)),
        _ => agreement.partner_name(&source.partner).to_owned(),
    }
}

/// What a sheet is called where no pattern says it.
fn sheet_default(agreement: &Agreement, mapping: &SheetMapping) -> String {
    let activity = mapping.activities().next();
    let known = activity.and_then(|id| agreement.activities.get(id));
    let many = known.and_then(|kind| kind.many.clone().or_else(|| kind.one.clone()));
    let label = || {
        mapping
            .columns
            .get("label")
            .map(|column| column.heading.clone())
    };
    let list = match &mapping.gives {
        Gives::Places(list) => Some(list.clone()),
        Gives::Indicator(id) => Some(id.clone()),
        _ => None,
    };
    let name = many
        .or_else(|| activity.map(str::to_owned))
        .or(list)
        .or_else(label)
        .unwrap_or_else(|| agreement.municipality.clone());
    capital(&name)
}

/// The mappings that read the same sheet.
struct Together<'a> {
    sheets: Vec<SheetTime>,
    mappings: Vec<(&'a Source, &'a SheetMapping)>,
}

struct Builder<'a> {
    agreement: &'a Agreement,
    naming: Naming<'a>,
    sources: &'a [&'a Source],
}

impl<'a> Builder<'a> {
    /// None if a sheet can have no name.
    fn workbook(&self, first: &Source, path: String) -> Option<StarterWorkbook> {
        let groups = self.groups()?;
        let mut sheets: Vec<StarterSheet> = Vec::new();
        for group in &groups {
            for (name, time) in &group.sheets {
                sheets.push(self.sheet(name, *time, group, &first.pattern));
            }
        }
        let reserved = self.naming.reserved;
        let takes_any = |pattern: &String| {
            reserved
                .iter()
                .any(|name| (self.naming.sheet_fits)(pattern, name))
        };
        let mut patterns = self
            .sources
            .iter()
            .flat_map(|source| &source.sheets)
            .filter_map(|mapping| mapping.name.as_ref());
        Some(StarterWorkbook {
            path,
            title: self.agreement.title.clone(),
            municipality: self.agreement.municipality.clone(),
            partner: self.agreement.partner_name(&first.partner).to_owned(),
            term: self.agreement.term,
            due: self.sources.iter().find_map(|source| source.due),
            is_bare: patterns.any(takes_any),
            sheets,
        })
    }

    /// The sheets there are to be, with the mappings that read each.
    fn groups(&self) -> Option<Vec<Together<'a>>> {
        let term = self.agreement.term;
        let mut groups: Vec<Together<'a>> = Vec::new();
        let all = self
            .sources
            .iter()
            .flat_map(|source| source.sheets.iter().map(|mapping| (*source, mapping)));
        for (source, mapping) in all {
            let default = name::for_sheet(&sheet_default(self.agreement, mapping));
            let Some(pattern) = &mapping.name else {
                match groups.iter_mut().find(|group| group.is_read_by(mapping)) {
                    Some(group) => group.mappings.push((source, mapping)),
                    None => {
                        let name = free_name(&default, &groups);
                        groups.push(Together {
                            sheets: vec![(name, term)],
                            mappings: vec![(source, mapping)],
                        });
                    }
                }
                continue;
            };
            // A sheet that is there already may bear the name.
            let takes = |group: &Together<'_>| {
                group
                    .sheets
                    .iter()
                    .any(|(name, _)| (self.naming.sheet_fits)(pattern, name))
            };
            if groups.iter().any(&takes) {
                let taken = groups.iter_mut().filter(|group| takes(group));
                taken.for_each(|group| group.mappings.push((source, mapping)));
                continue;
            }
            let a_year = mapping.layout == Layout::Months;
            let sheets = name::sheets(pattern, &default, term, a_year, self.naming.sheet_fits);
            if sheets.is_empty() {
                return None;
            }
            groups.push(Together {
                sheets,
                mappings: vec![(source, mapping)],
            });
        }
        Some(groups)
    }

    fn sheet(
        &self,
        name: &str,
        time: DateSpan,
        group: &Together<'_>,
        pattern: &str,
    ) -> StarterSheet {
        let mappings: Vec<&SheetMapping> =
            group.mappings.iter().map(|(_, mapping)| *mapping).collect();
        let layout = mappings
            .first()
            .map_or(Layout::Log, |mapping| mapping.layout);
        let frequency = group
            .mappings
            .iter()
            .filter_map(|(source, mapping)| source.frequency_of_sheet(mapping))
            .min();
        let mut columns = column::columns(self.agreement, &mappings, time);
        let rows = match layout {
            Layout::Months => rows::of_months(time, self.naming.what, &mut columns),
            Layout::Log => rows::of_log(time, frequency, &columns),
            Layout::Statements => rows::of_labels(&columns, self.labels(group)),
            Layout::Form | Layout::Milestones | Layout::Register => Vec::new(),
        };
        let shape = match layout {
            Layout::Months => StarterShape::Months,
            Layout::Form => StarterShape::Form {
                is_workbook: pattern.contains('*'),
            },
            _ => StarterShape::Table,
        };
        if !matches!(shape, StarterShape::Form { .. }) {
            self.mark_example(&mut columns);
        }
        StarterSheet {
            name: name.to_owned(),
            shape,
            activities: self.activities(&mappings),
            frequency,
            columns,
            rows,
        }
    }

    /// Lets the example say what it is, where remarks are written.
    fn mark_example(&self, columns: &mut Vec<StarterColumn>) {
        let remark = self.naming.remark;
        let is_remark = |column: &&mut StarterColumn| matches!(&column.heading, StarterHeading::Written(heading) if heading.to_lowercase() == remark.to_lowercase());
        match columns.iter_mut().find(is_remark) {
            Some(column) => column.example = StarterCell::Example,
            None => columns.push(StarterColumn {
                heading: StarterHeading::Written(remark.to_owned()),
                under: None,
                accepts: Accepts::Text,
                example: StarterCell::Example,
            }),
        }
    }

    /// What the rows are, in the agreement's words.
    fn activities(&self, mappings: &[&SheetMapping]) -> Vec<StarterActivity> {
        let mut told: Vec<StarterActivity> = Vec::new();
        for id in mappings.iter().flat_map(|mapping| mapping.activities()) {
            let kind = self.agreement.activities.get(id);
            let activity = StarterActivity {
                name: kind
                    .and_then(|kind| kind.one.clone())
                    .unwrap_or_else(|| id.to_owned()),
                means: kind.and_then(|kind| kind.means.clone()),
            };
            if !told.contains(&activity) {
                told.push(activity);
            }
        }
        told
    }

    /// The pledges of which owners are asked: all, or where several sheets ask, those of the sheet's partner.
    fn labels(&self, group: &Together<'_>) -> Vec<String> {
        let sheets = self.agreement.sheets();
        let several = sheets
            .filter(|mapping| mapping.layout == Layout::Statements)
            .count()
            > 1;
        let own = |pledge: &&Pledge| {
            let mut partners = group.mappings.iter().map(|(source, _)| &source.partner);
            !several || partners.any(|partner| pledge.responsible.contains(partner))
        };
        let pledges = self.agreement.pledges.iter().filter(own);
        let mut labels: Vec<String> = pledges
            .filter_map(|pledge| pledge.statement.clone())
            .collect();
        labels.dedup();
        labels
    }
}

impl Together<'_> {
    /// Whether a mapping without a name reads the sheet too, or the sheet's mappings would read its own.
    fn is_read_by(&self, mapping: &SheetMapping) -> bool {
        let asked = headings(mapping);
        self.mappings.iter().any(|(_, own)| {
            let known = headings(own);
            own.layout == mapping.layout
                && own.name.is_none()
                && (asked.iter().all(|heading| known.contains(heading))
                    || known.iter().all(|heading| asked.contains(heading)))
        })
    }
}

/// The headings that a mapping asks for, folded.
fn headings(mapping: &SheetMapping) -> Vec<String> {
    let columns = mapping.headings().into_iter();
    columns
        .map(|column| column.heading.to_lowercase())
        .collect()
}

/// The name, or the name with a number if there is such a sheet.
fn free_name(name: &str, groups: &[Together<'_>]) -> String {
    let is_taken = |name: &str| {
        let mut names = groups.iter().flat_map(|group| &group.sheets);
        names.any(|(other, _)| other.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|number| {
        let short: String = name.chars().take(28).collect();
        format!("{short} {number}")
    });
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}
