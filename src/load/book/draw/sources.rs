//! Sources, and how their sheets are read.

use super::Drawing;
use super::own::{heading, inside, items, text_of};
use crate::load::book::cell::Kind;
use crate::load::book::plain::{Entries, Plain, survives};
use crate::load::book::{conditions, label};
use crate::model::book::BookCell;

impl Drawing<'_> {
    pub(super) fn sources(&mut self, root: &mut Entries) {
        let mut labels = label::Labels::default();
        let otherwise = self.lexicon.text("book-sources-source");
        for source in items(root, "source") {
            let label = labels.of_source(&text_of(source, "files").unwrap_or_default(), &otherwise);
            self.row("sources", &[("@source", &label)], source);
            for sheet in items(source, "sheet") {
                let own = labels.of_sheet(&label, text_of(sheet, "name").as_deref());
                self.sheet(&label, &own, sheet);
            }
        }
    }

    fn sheet(&mut self, source: &str, label: &str, sheet: &mut Entries) {
        let mut under = String::new();
        let whole = |(heading, group): &(String, String)| {
            survives(heading) && (group.is_empty() || survives(group))
        };
        inside(sheet, "activity", |activity| {
            if let Some((_, column)) = activity.iter_mut().find(|(key, _)| key == "column")
                && let Plain::Table(own) = &*column
                && let Some((heading, group)) = heading(own).filter(whole)
            {
                *column = Plain::Text(heading);
                under = group;
            }
            inside(activity, "values", |values| {
                self.pairs(
                    "words",
                    values,
                    &[("@sheet", label)],
                    ("@word", "@activity"),
                );
            });
        });
        self.row(
            "sheets",
            &[("@source", source), ("@sheet", label), ("@under", &under)],
            sheet,
        );
        for (key, role) in [
            ("columns", "column"),
            ("counts", "counted"),
            ("partners", "mark"),
        ] {
            inside(sheet, key, |fields| self.headings((label, role), fields));
        }
        inside(sheet, "where", |table| {
            for row in conditions::rows(table, &self.lexicon, false) {
                self.condition("rows", &[("@sheet", label)], row);
            }
        });
    }

    /// Fields and the headings that they stand under: a row a heading.
    fn headings(&mut self, (sheet, role): (&str, &str), fields: &mut Entries) {
        fields.retain(|(field, value)| {
            let one = |value: &Plain| match value {
                Plain::Text(text) => Some((text.clone(), String::new())),
                Plain::Table(own) => heading(own),
                _ => None,
            };
            let all: Option<Vec<_>> = match value {
                Plain::List(items) if role == "mark" && !items.is_empty() => {
                    items.iter().map(one).collect()
                }
                other => one(other).map(|one| vec![one]),
            };
            let kind = self
                .kind("columns", "@field")
                .filter(|_| role == "column")
                .unwrap_or(Kind::Text);
            let is_whole = |texts: &Vec<(String, String)>| {
                texts.iter().all(|(heading, under)| {
                    survives(heading) && (under.is_empty() || survives(under))
                })
            };
            let field = kind
                .cell(&Plain::Text(field.clone()), &self.lexicon)
                .filter(|_| survives(field));
            let (Some(all), Some(BookCell::Text(field))) = (all.filter(is_whole), field) else {
                return true;
            };
            for (heading, under) in all {
                let written = self.lexicon.word(role);
                let joins = [
                    ("@sheet", sheet),
                    ("@use", &written),
                    ("@field", &field),
                    ("heading", &heading),
                    ("under", &under),
                ];
                let row = self.cells("columns", &joins, &mut Vec::new());
                self.put("columns", row);
            }
            false
        });
    }
}
