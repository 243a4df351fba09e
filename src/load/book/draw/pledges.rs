//! Pledges, with what they are held against.

use super::Drawing;
use super::own::{inside, items, text_of};
use crate::load::book::plain::{Entries, Plain, survives};
use crate::load::book::{among, conditions};
use crate::model::book::BookCell;

impl Drawing<'_> {
    pub(super) fn pledges(&mut self, root: &mut Entries) {
        for pledge in items(root, "pledge") {
            let id = text_of(pledge, "id").unwrap_or_default();
            self.row("pledges", &[], pledge);
            let count = items(pledge, "target").count();
            for (number, target) in (1..).zip(items(pledge, "target")) {
                let name = match text_of(target, "id") {
                    _ if count == 1 => String::new(),
                    Some(own) => own,
                    None => number.to_string(),
                };
                self.target((&id, &name), target);
            }
            for note in items(pledge, "note") {
                self.row("notes", &[("@pledge", &id)], note);
            }
        }
    }

    fn target(&mut self, (pledge, name): (&str, &str), target: &mut Entries) {
        let mut joins: Vec<(&str, String)> = vec![("@pledge", pledge.to_owned())];
        let baseline = self.baseline(target);
        joins.extend(baseline);
        let each = target.iter().find(|(key, _)| key == "each");
        let each = each.and_then(|(_, value)| {
            let kind = self.kind("targets", "each")?;
            kind.value(&kind.cell(value, &self.lexicon)?, &self.lexicon)
        });
        let among = among::cell(target, among::is_by_line(each.as_ref()), &self.lexicon);
        let held = target.extract_if(.., |(key, _)| key == "among").next();
        let minutes = self.minutes(target);
        let mut row = {
            let joins: Vec<(&str, &str)> = joins
                .iter()
                .map(|(key, text)| (*key, text.as_str()))
                .collect();
            self.cells("targets", &joins, target)
        };
        for (key, cell) in [("among", among), ("unit_minutes", minutes)] {
            if let (Some(cell), Some(at)) = (cell, self.place("targets", "", key)) {
                row[at] = cell;
                target.retain(|(name, _)| name != key);
            } else if key == "among" {
                target.extend(held.clone());
            }
        }
        self.put("targets", row);
        for role in ["only", "require"] {
            let written = self.lexicon.word(role);
            let joins = [
                ("@pledge", pledge),
                ("@target", name),
                ("@role", written.as_str()),
            ];
            inside(target, role, |table| {
                for row in conditions::rows(table, &self.lexicon, true) {
                    self.condition("conditions", &joins, row);
                }
            });
        }
        self.whole_list(
            "steps",
            "steps",
            &[("@pledge", pledge), ("@target", name)],
            target,
        );
    }

    /// A comparison with a table is parted over the columns that the three comparisons share.
    fn baseline(&self, target: &mut Entries) -> Vec<(&'static str, String)> {
        let is_comparison = |(key, _): &&mut (String, Plain)| {
            matches!(key.as_str(), "more_than" | "fewer_than" | "faster_than")
        };
        let mut all = target.iter_mut().filter(is_comparison);
        let (Some((_, value)), None) = (all.next(), all.next()) else {
            return Vec::new();
        };
        let Plain::Table(own) = &*value else {
            return Vec::new();
        };
        let mut joins = Vec::new();
        let mut number = Plain::Text(self.lexicon.word("reckoned"));
        for (key, inner) in own {
            match (key.as_str(), inner) {
                ("value", Plain::Whole(_) | Plain::Decimal(_)) => number = inner.clone(),
                ("from", Plain::Day(day)) => joins.push(("@baseline_from", day.to_string())),
                ("to", Plain::Day(day)) => joins.push(("@baseline_to", day.to_string())),
                ("source", Plain::Text(text)) if survives(text) => {
                    joins.push(("@baseline_source", text.clone()))
                }
                _ => return Vec::new(),
            }
        }
        if joins.is_empty() {
            return joins;
        }
        *value = number;
        joins
    }

    /// «kontroll = 20; patrull = 60».
    fn minutes(&self, target: &Entries) -> Option<BookCell> {
        let (_, value) = target.iter().find(|(key, _)| key == "unit_minutes")?;
        let Plain::Table(own) = value else {
            return None;
        };
        let text = among::pairs(own)?;
        Some(BookCell::Text(text))
    }
}
