//! The rows of a workbook → the agreement that they are, every value with its cell. Rows are joined by what they name: a target by
//! its pledge, a heading by its sheet. One that names nothing that is there is told.

mod pledges;
mod sources;

use super::lexicon::Lexicon;
use super::made::{Made, MadeTable};
use super::plain::{Entries, Plain};
use super::tables::{KnownSheet, SheetRow, Spot, at};
use super::{conditions, written};
use crate::model::book::BookCell;
use crate::model::finding::{Finding, FindingKind};
use crate::privacy::without_identity_numbers;
use crate::text::nearest;

pub(super) struct Build<'a> {
    sheets: &'a [KnownSheet<'a>],
    lexicon: Lexicon<'a>,
    root: MadeTable,
    faults: Vec<Finding>,
    /// Pledges by their order, and their sources' labels; sheets by theirs, with their sources.
    pledges: Vec<String>,
    sources: Vec<String>,
    mapped: Vec<(String, usize, usize)>,
}

/// The agreement of these sheets, and what cannot be joined.
pub(super) fn agreement(
    sheets: &[KnownSheet<'_>],
    lexicon: Lexicon<'_>,
) -> (MadeTable, Vec<Finding>) {
    let mut build = Build {
        sheets,
        lexicon,
        root: MadeTable::default(),
        faults: Vec::new(),
        pledges: Vec::new(),
        sources: Vec::new(),
        mapped: Vec::new(),
    };
    build.head();
    for name in ["areas", "partners", "activities"] {
        build.named(name);
    }
    build.lists();
    build.pledges();
    build.targets();
    build.sources();
    build.sheets();
    for (sheet, name) in [
        ("recipients", "recipient"),
        ("rulings", "ruling"),
        ("known", "known"),
        ("summaries", "summary"),
    ] {
        for row in build.rows(sheet) {
            let table = build.row(row);
            build.root.add(name, table);
        }
    }
    build.named("indicators");
    build.values();
    build.verdicts();
    for row in build.rows("other") {
        let (Some((path, spot)), Some((value, _))) =
            (row.text("@path", &lexicon), row.text("@toml", &lexicon))
        else {
            continue;
        };
        if !written::put(&mut build.root, &path, value, spot) {
            build.unknown(row, "@path", &path, &[]);
        }
    }
    (build.root, build.faults)
}

impl<'a> Build<'a> {
    fn rows(&self, sheet: &str) -> Vec<SheetRow<'a>> {
        let known = self.sheets.iter().filter(|known| known.spec.name == sheet);
        known.flat_map(KnownSheet::rows).collect()
    }

    /// What the declared columns of a row say.
    fn row(&self, row: SheetRow<'_>) -> MadeTable {
        let mut made = MadeTable::at(Spot {
            column: 0,
            ..row.spot("")
        });
        self.fill(&mut made, row);
        made
    }

    fn fill(&self, made: &mut MadeTable, row: SheetRow<'_>) {
        for (column, cell, spot) in row
            .cells()
            .filter(|(column, ..)| !column.key.starts_with('@'))
        {
            let Some(value) = column.kind.value(cell, &self.lexicon) else {
                continue;
            };
            let table = if column.within.is_empty() {
                Some(&mut *made)
            } else {
                made.table(column.within, spot)
            };
            if let Some(table) = table {
                table.put(column.key, Made::Value(value, spot));
            }
        }
    }

    /// The same without places, for rows that stand in a list.
    fn entries(&self, row: SheetRow<'_>) -> Entries {
        let cells = row
            .cells()
            .filter(|(column, ..)| !column.key.starts_with('@'));
        cells
            .filter_map(|(column, cell, _)| {
                Some((
                    column.key.to_owned(),
                    column.kind.value(cell, &self.lexicon)?,
                ))
            })
            .collect()
    }

    fn head(&mut self) {
        for row in self.rows("agreement") {
            let mut root = std::mem::take(&mut self.root);
            self.fill(&mut root, row);
            root.spot = Spot {
                sheet: row.known.number,
                row: 0,
                column: 0,
            };
            self.root = root;
        }
    }

    fn named(&mut self, sheet: &str) {
        for row in self.rows(sheet) {
            let Some((id, spot)) = self.join(row, "@id") else {
                continue;
            };
            let mut own = self.row(row);
            own.spot = spot;
            let Some(all) = self.root.table(sheet, spot) else {
                continue;
            };
            if all.entries.iter().any(|(known, _)| *known == id) {
                self.told(row, "@id", FindingKind::AgreementDuplicateId { id });
            } else {
                all.put(&id, Made::Table(own));
            }
        }
    }

    /// Lists of places and of days.
    fn lists(&mut self) {
        for row in self.rows("places") {
            let Some((list, spot)) = self.join(row, "@list") else {
                continue;
            };
            let entries = self.entries(row);
            let Some(own) = self
                .root
                .table("places", spot)
                .and_then(|all| all.table(&list, spot))
            else {
                continue;
            };
            let item = match <[_; 1]>::try_from(entries) {
                Ok([(key, name)]) if key == "name" => name,
                Ok(one) => Plain::Table(one.into()),
                // A list that a register fills.
                Err(none) if none.is_empty() => continue,
                Err(entries) => Plain::Table(entries),
            };
            own.add_row("names", (item, first_of(row)));
        }
        for row in self.rows("calendar") {
            let Some((list, spot)) = self.join(row, "@list") else {
                continue;
            };
            let entries = self.entries(row);
            let item = match <[_; 1]>::try_from(entries) {
                Ok([(key, day)]) if key == "from" => day,
                Ok(one) => Plain::Table(one.into()),
                Err(entries) => Plain::Table(entries),
            };
            if let Some(all) = self.root.table("calendar", spot) {
                all.add_row(&list, (item, first_of(row)));
            }
        }
    }

    /// What joins a row to others; told where it is missing.
    fn join(&mut self, row: SheetRow<'_>, key: &str) -> Option<(String, Spot)> {
        let found = row.text(key, &self.lexicon);
        if found.is_none() {
            let column = row
                .known
                .spec
                .columns
                .iter()
                .find(|column| column.key == key)?;
            let kind = FindingKind::AgreementMissingKey {
                key: self.lexicon.text(&column.words(row.known.spec.name)),
                table: Some(row.known.sheet.name.clone()),
            };
            self.told(row, key, kind);
        }
        found
    }

    fn pledge(&mut self, row: SheetRow<'_>) -> Option<&mut MadeTable> {
        let (id, _) = self.join(row, "@pledge")?;
        let Some(at) = self.pledges.iter().position(|known| *known == id) else {
            self.unknown(row, "@pledge", &id, &self.pledges.clone());
            return None;
        };
        self.root.tables("pledge")?.get_mut(at)
    }

    /// The target of a row: the only one of its pledge, or the one that it names by id or number.
    fn target(&mut self, row: SheetRow<'_>) -> Option<&mut MadeTable> {
        let named = row.text("@target", &self.lexicon).map(|(named, _)| named);
        let (pledge, _) = self.join(row, "@pledge")?;
        let targets = self.pledge(row)?.tables("target")?;
        let id = |target: &MadeTable| {
            target.entries.iter().find_map(|(key, made)| match made {
                Made::Value(Plain::Text(id), _) if key == "id" => Some(id.clone()),
                _ => None,
            })
        };
        let ids: Vec<String> = (1..)
            .zip(targets.iter())
            .map(|(number, target)| id(target).unwrap_or_else(|| number.to_string()))
            .collect();
        let at = match &named {
            None if targets.len() == 1 => Some(0),
            None => None,
            Some(named) => ids
                .iter()
                .position(|id| id == named)
                .or_else(|| named.parse::<usize>().ok()?.checked_sub(1)),
        };
        let Some(at) = at.filter(|at| *at < ids.len()) else {
            self.unknown(row, "@target", named.as_deref().unwrap_or(&pledge), &ids);
            return None;
        };
        self.pledge(row)?.tables("target")?.get_mut(at)
    }

    fn sheet(&mut self, row: SheetRow<'_>) -> Option<&mut MadeTable> {
        let (label, _) = self.join(row, "@sheet")?;
        let Some((_, source, sheet)) = self
            .mapped
            .iter()
            .find(|(known, ..)| *known == label)
            .cloned()
        else {
            let known: Vec<String> = self
                .mapped
                .iter()
                .map(|(known, ..)| known.clone())
                .collect();
            self.unknown(row, "@sheet", &label, &known);
            return None;
        };
        self.root
            .tables("source")?
            .get_mut(source)?
            .tables("sheet")?
            .get_mut(sheet)
    }

    fn told(&mut self, row: SheetRow<'_>, key: &str, kind: FindingKind) {
        let kind = match kind {
            FindingKind::AgreementDuplicateId { id } => FindingKind::AgreementDuplicateId {
                id: without_identity_numbers(id),
            },
            kind => kind,
        };
        let spot = row.spot(key);
        self.faults.push(Finding::new(
            kind,
            at(row.known.sheet, Some((spot.row, spot.column))),
        ));
    }

    /// The word of a condition that is neither a test nor a group, if there is one.
    fn unknown_of_condition(&mut self, row: SheetRow<'_>, lost: Option<(&'static str, String)>) {
        if let Some((key, word)) = lost {
            let any = self.lexicon.word("any-group") + " 1";
            let groups = [any, self.lexicon.word("not-group")];
            self.unknown(row, key, &word, &groups);
        }
    }

    /// A word that names nothing that is there.
    fn unknown(&mut self, row: SheetRow<'_>, key: &str, word: &str, known: &[String]) {
        let columns = &row.known.spec.columns;
        let heading = columns
            .iter()
            .find(|column| column.key == key)
            .map(|column| self.lexicon.text(&column.words(row.known.spec.name)));
        let kind = FindingKind::AgreementUnknownWord {
            key: heading.unwrap_or_default(),
            word: without_identity_numbers(word.to_owned()),
            nearest: nearest(word, known.iter().map(String::as_str)).map(str::to_owned),
            choices: known.join(", "),
        };
        self.told(row, key, kind);
    }
}

/// The first cell of a row that says something of its own.
fn first_of(row: SheetRow<'_>) -> Spot {
    let mut own = row
        .cells()
        .filter(|(column, ..)| !column.key.starts_with('@'));
    own.next().map_or_else(|| row.spot(""), |(.., spot)| spot)
}
/// Adds a row to a table of conditions; its group if that is none, with the column's key.
fn condition(
    table: &mut MadeTable,
    row: SheetRow<'_>,
    lexicon: &Lexicon<'_>,
) -> Option<(&'static str, String)> {
    let (field, spot) = row.text("@field", lexicon)?;
    let test = row.cell("@test").map_or_else(
        || "is".to_owned(),
        |(cell, _)| conditions::test_of(cell, lexicon),
    );
    if !super::spec::TESTS.contains(&test.as_str()) {
        return Some(("@test", test));
    }
    let blank = BookCell::Blank;
    let cell = row.cell("@value").map_or(&blank, |(cell, _)| cell);
    let value = conditions::row_value(&test, cell, lexicon);
    let group = row.text("@group", lexicon).map(|(group, _)| group);
    let within = match group
        .as_deref()
        .map(|group| conditions::group_of(group, lexicon))
    {
        None => conditions::Group::All,
        Some(Some(group)) => group,
        Some(None) => return Some(("@group", group.unwrap_or_default())),
    };
    written::condition(table, within, (&field, spot), &test, value);
    None
}
