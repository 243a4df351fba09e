//! Sources, and how their sheets are read.

use super::{Build, condition, first_of};
use crate::load::book::cell::shown;
use crate::load::book::made::{Made, MadeTable};
use crate::load::book::plain::Plain;
use crate::load::book::tables::SheetRow;
use crate::model::book::BookCell;
use crate::model::finding::FindingKind;

impl Build<'_> {
    pub(super) fn sources(&mut self) {
        for row in self.rows("sources") {
            let Some((label, _)) = self.join(row, "@source") else {
                continue;
            };
            if self.sources.contains(&label) {
                self.told(
                    row,
                    "@source",
                    FindingKind::AgreementDuplicateId { id: label },
                );
                continue;
            }
            let table = self.row(row);
            self.sources.push(label);
            self.root.add("source", table);
        }
    }

    pub(super) fn sheets(&mut self) {
        for row in self.rows("sheets") {
            let Some((label, _)) = self.join(row, "@sheet") else {
                continue;
            };
            let source = self
                .join(row, "@source")
                .map(|(source, _)| source)
                .unwrap_or_default();
            let Some(at) = self.sources.iter().position(|known| *known == source) else {
                if !source.is_empty() {
                    self.unknown(row, "@source", &source, &self.sources.clone());
                }
                continue;
            };
            if self.mapped.iter().any(|(known, ..)| *known == label) {
                self.told(
                    row,
                    "@sheet",
                    FindingKind::AgreementDuplicateId { id: label },
                );
                continue;
            }
            let mut table = self.row(row);
            self.under(row, &mut table);
            let Some(source) = self.root.tables("source").and_then(|all| all.get_mut(at)) else {
                continue;
            };
            let Some(sheets) = source.tables("sheet") else {
                continue;
            };
            sheets.push(table);
            self.mapped.push((label, at, sheets.len() - 1));
        }
        for row in self.rows("columns") {
            self.heading(row);
        }
        for row in self.rows("words") {
            let (Some((word, spot)), Some((activity, _))) =
                (self.join(row, "@word"), self.join(row, "@activity"))
            else {
                continue;
            };
            if let Some(sheet) = self.sheet(row) {
                let values = sheet
                    .table("activity", spot)
                    .and_then(|activity| activity.table("values", spot));
                if let Some(values) = values {
                    values.put(&word, Made::Value(Plain::Text(activity), spot));
                }
            }
        }
        for row in self.rows("rows") {
            let spot = row.spot("@field");
            let lexicon = self.lexicon;
            let lost = self
                .sheet(row)
                .and_then(|sheet| sheet.table("where", spot))
                .and_then(|table| condition(table, row, &lexicon));
            self.unknown_of_condition(row, lost);
        }
    }

    /// The heading above the column that says which activity a row is.
    fn under(&self, row: SheetRow<'_>, sheet: &mut MadeTable) {
        let Some((under, spot)) = row.text("@under", &self.lexicon) else {
            return;
        };
        let Some(activity) = sheet.table("activity", spot) else {
            return;
        };
        for (key, made) in &mut activity.entries {
            if key == "column"
                && let Made::Value(heading, at) = made
            {
                let both = vec![
                    ("heading".to_owned(), heading.clone()),
                    ("under".to_owned(), Plain::Text(under.clone())),
                ];
                *made = Made::Value(Plain::Table(both), *at);
            }
        }
    }

    /// A field, or what is counted, or a partner, and the heading that it stands under.
    fn heading(&mut self, row: SheetRow<'_>) {
        let lexicon = self.lexicon;
        let Some((field, spot)) = self.join(row, "@field") else {
            return;
        };
        let Some((heading, _)) = self.join(row, "heading") else {
            return;
        };
        let value = match row.text("under", &lexicon) {
            Some((under, _)) => Plain::Table(vec![
                ("heading".to_owned(), Plain::Text(heading)),
                ("under".to_owned(), Plain::Text(under)),
            ]),
            None => Plain::Text(heading),
        };
        let (role, name) = match row.text("@use", &lexicon) {
            Some((role, _)) if role == "counted" => ("counts", field_as_written(row)),
            Some((role, _)) if role == "mark" => ("partners", field_as_written(row)),
            Some((role, _)) if role != "column" => {
                let uses = crate::load::book::spec::USES
                    .iter()
                    .map(|role| lexicon.word(role))
                    .collect::<Vec<_>>();
                return self.unknown(row, "@use", &role, &uses);
            }
            _ => ("columns", Some(field)),
        };
        let (Some(name), Some(sheet)) = (name, self.sheet(row)) else {
            return;
        };
        let Some(fields) = sheet.table(role, spot) else {
            return;
        };
        let known = fields.entries.iter_mut().find(|(known, _)| *known == name);
        match known {
            // Several columns of marks say that one partner took part.
            Some((_, Made::Value(there, _))) if role == "partners" => match there {
                Plain::List(all) => all.push(value),
                one => *one = Plain::List(vec![one.clone(), value]),
            },
            Some(_) => self.told(
                row,
                "@field",
                FindingKind::AgreementDuplicateId { id: name },
            ),
            None => fields.put(&name, Made::Value(value, spot)),
        }
    }

    pub(super) fn values(&mut self) {
        for row in self.rows("values") {
            let Some((id, spot)) = self.join(row, "@indicator") else {
                continue;
            };
            let item = Plain::Table(self.entries(row));
            let all = self.root.table("indicators", spot);
            let known: Vec<String> = all
                .into_iter()
                .flat_map(|all| all.entries.iter().map(|(id, _)| id.clone()))
                .collect();
            if !known.contains(&id) {
                self.unknown(row, "@indicator", &id, &known);
                continue;
            }
            let own = self
                .root
                .table("indicators", spot)
                .and_then(|all| all.table(&id, spot));
            if let Some(own) = own {
                own.add_row("values", (item, first_of(row)));
            }
        }
    }

    pub(super) fn verdicts(&mut self) {
        for row in self.rows("verdicts") {
            let (Some((pledge, spot)), Some((verdict, at))) =
                (self.join(row, "@pledge"), self.join(row, "@verdict"))
            else {
                continue;
            };
            let verdicts = self
                .root
                .table("last_term", spot)
                .and_then(|term| term.table("verdicts", spot));
            if let Some(verdicts) = verdicts {
                verdicts.put(&pledge, Made::Value(Plain::Text(verdict), at));
            }
        }
    }
}

/// The cell of a field as it is written: a name that the agreement gives is no word for a field.
fn field_as_written(row: SheetRow<'_>) -> Option<String> {
    match row.cell("@field")?.0 {
        BookCell::Text(text) => Some(text.trim().to_owned()),
        BookCell::Number(number) => Some(shown(*number)),
        _ => None,
    }
}
