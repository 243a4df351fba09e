//! What the columns of a log or a form give: occasions, marks and counts.

use super::column::{CellKind, ColumnProfile};
use super::column_use::ColumnUse;
use super::mapping::MappingDraft;
use super::surroundings::Surroundings;
use super::{naming, synonyms};
use crate::model::agreement::{Layout, Partner};

impl MappingDraft<'_> {
    pub(super) fn take_occasions(&mut self, beside: &Surroundings<'_>) {
        self.take_marks(beside.partners);
        self.take_names(beside.partners);
        const OCCASION: [&str; 21] = [
            "year",
            "week",
            "month",
            "date",
            "place",
            "time",
            "until",
            "hours",
            "minutes",
            "type",
            "audience",
            "partners",
            "by_rules",
            "by_guidance",
            "decision",
            "sent",
            "channel",
            "patrol",
            "answered",
            "done",
            "case",
        ];
        for (index, seen) in self
            .free()
            .into_iter()
            .map(|(index, seen)| (index, seen.clone()))
            .collect::<Vec<_>>()
        {
            let Some(field) = synonyms::field(&seen.heading.heading, seen.kind) else {
                continue;
            };
            if OCCASION.contains(&field) && !self.has(field) {
                self.set(index, ColumnUse::Field(field.to_owned()));
            }
        }
        let answers = self.has("case") && self.has("answered");
        if !answers
            && !["date", "week", "month", "year"]
                .iter()
                .any(|field| self.has(field))
        {
            let day = self
                .free()
                .into_iter()
                .find(|(_, seen)| seen.kind == CellKind::Date)
                .map(|(index, _)| index);
            if let Some(index) = day {
                self.set(index, ColumnUse::Field("date".to_owned()));
            }
        }
        self.take_counts(beside);
        let marks: Vec<(usize, String)> = self
            .free()
            .into_iter()
            .filter(|(_, seen)| seen.kind == CellKind::Mark)
            .map(|(index, seen)| (index, naming::field_name(&seen.heading.heading)))
            .collect();
        for (index, name) in marks {
            if !name.is_empty()
                && !self.has(&name)
                && synonyms::rank(&name) == synonyms::rank("")
                && name != "count"
            {
                self.set(index, ColumnUse::Field(name));
            }
        }
    }

    /// Marks that name partners, and marks and words that tell whether a row was held.
    pub(super) fn take_marks(&mut self, partners: &[Partner]) {
        for (index, seen) in self.columns.iter().enumerate() {
            let heading = &seen.heading.heading;
            let held = |value: &String| synonyms::means_held(value);
            if matches!(seen.kind, CellKind::Mark | CellKind::Empty)
                && let Some(partner) = marked(partners, seen)
            {
                self.set(index, ColumnUse::Partner(partner.id.clone()));
            } else if self.layout == Layout::Log
                && ((seen.kind == CellKind::Mark && synonyms::asks_whether_held(heading))
                    || (seen.kind == CellKind::Text
                        && (synonyms::asks_whether_held(heading)
                            || synonyms::field(heading, seen.kind) == Some("status"))
                        && seen.values.iter().any(held)))
            {
                self.set(index, ColumnUse::Filter);
            }
        }
    }

    /// A column whose words name partners, whatever stands above it.
    fn take_names(&mut self, partners: &[Partner]) {
        let names = |seen: &ColumnProfile| {
            let heading = synonyms::field(&seen.heading.heading, seen.kind);
            seen.kind == CellKind::Text
                && matches!(heading, None | Some("partners" | "patrol"))
                && naming::are_partners(partners, &seen.values)
        };
        let named = self.columns.iter().position(names);
        if let Some(index) = named {
            self.set(index, ColumnUse::Field("partners".to_owned()));
        }
    }

    /// The columns that are counted. Where a row is an occasion it is one, unless a column says that it is more; where it is
    /// a week or a month, its numbers are counted.
    pub(super) fn take_counts(&mut self, beside: &Surroundings<'_>) {
        let occasions = self.has("date");
        let audience = self.has("audience");
        let counted = |seen: &ColumnProfile| {
            let heading = &seen.heading.heading;
            let number = matches!(seen.kind, CellKind::Count | CellKind::Empty);
            let counts = synonyms::counts(heading);
            if synonyms::is_no_quantity(heading) {
                false
            } else if occasions {
                // Where it stands for whom it was, a bare number is the number of those who came.
                number
                    && counts.is_some_and(|of| {
                        if of {
                            beside.are_about(heading)
                        } else {
                            !audience
                        }
                    })
                    && !synonyms::counts_attendance(heading)
            } else {
                (seen.kind == CellKind::Count || (number && counts.is_some()))
                    && !crate::gather::value::is_total_label(heading)
            }
        };
        let found: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(index, seen)| match self.uses.get(*index) {
                Some(ColumnUse::Unused) => counted(seen),
                // Hours of a week or a month are what is counted.
                Some(ColumnUse::Field(field)) => !occasions && field == "hours",
                _ => false,
            })
            .map(|(index, _)| index)
            .collect();
        if occasions && found.is_empty() {
            // How many of something else there were: perhaps it is that which counts.
            let perhaps = self.free().into_iter().find(|(_, seen)| {
                let heading = &seen.heading.heading;
                seen.kind == CellKind::Count
                    && synonyms::counts(heading) == Some(true)
                    && !synonyms::is_no_quantity(heading)
                    && !synonyms::counts_attendance(heading)
            });
            self.perhaps = perhaps.map(|(index, _)| index);
        }
        for index in found {
            self.set(index, ColumnUse::Counted);
        }
    }
}

/// The partner that a column of marks names; of an empty one only by its whole name.
fn marked<'a>(partners: &'a [Partner], seen: &ColumnProfile) -> Option<&'a Partner> {
    let heading = &seen.heading.heading;
    if seen.kind == CellKind::Mark {
        naming::partner_of_marks(partners, heading)
    } else {
        naming::partner(partners, heading)
    }
}
