//! What the columns of a log or a form give: occasions, marks and counts.

use super::column::{CellKind, ColumnProfile};
use super::column_use::ColumnUse;
use super::mapping::MappingDraft;
use super::surroundings::Surroundings;
use super::{naming, synonyms};
use crate::gather::cell::Cell;
use crate::gather::value::{self, Parsed};
use crate::model::agreement::{Column, Layout, Partner};

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
            let field = if field == "time" && are_lengths(&seen) {
                "hours"
            } else {
                field
            };
            // How many patrols a month or a week had is no name of one.
            let is_number = field == "patrol" && seen.kind == CellKind::Count && !self.has_day();
            if OCCASION.contains(&field) && !self.has(field) && !is_number {
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

    /// Whether some column tells the day.
    fn has_day(&self) -> bool {
        let is_day = |seen: &ColumnProfile| {
            synonyms::field(&seen.heading.heading, seen.kind) == Some("date")
        };
        self.columns.iter().any(is_day)
    }

    /// Marks that name partners, and marks and words that tell whether a row was held.
    pub(super) fn take_marks(&mut self, partners: &[Partner]) {
        for (index, seen) in self.columns.iter().enumerate() {
            let heading = &seen.heading.heading;
            let held = |value: &String| synonyms::means_held(value);
            if (matches!(seen.kind, CellKind::Mark | CellKind::Empty) || has_marks(seen))
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
            let number =
                matches!(seen.kind, CellKind::Count | CellKind::Empty) || are_numbers(seen);
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
                    && !value::is_total_label(heading)
            }
        };
        let is_free = |index: usize| self.uses.get(index) == Some(&ColumnUse::Unused);
        let mut found: Vec<usize> = self
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
        // Where nothing but the sum so far is told, it tells of each month too.
        if !occasions && found.is_empty() {
            let so_far = |(index, seen): &(usize, &ColumnProfile)| {
                is_free(*index)
                    && seen.kind == CellKind::Count
                    && value::is_cumulative(&seen.heading.heading)
            };
            let mut columns = self.columns.iter().enumerate();
            found.extend(columns.find(so_far).map(|(index, _)| index));
        }
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

    /// Whether each row of a day is as many as a column says that there were of something: «Antal vakter».
    pub(super) fn says_of_what(&self) -> bool {
        let mut all = self.columns.iter().zip(&self.uses);
        self.layout == Layout::Log
            && self.has("date")
            && all.any(|(seen, known)| {
                *known == ColumnUse::Counted
                    && synonyms::counts(&seen.heading.heading) == Some(true)
            })
    }

    /// The columns of numbers under headings that nothing is known of, in a log of days.
    pub(super) fn numbers(&self) -> Vec<Column> {
        let is_number = |seen: &ColumnProfile| {
            let heading = &seen.heading.heading;
            (seen.kind == CellKind::Count || are_numbers(seen))
                && !synonyms::is_no_quantity(heading)
                && !synonyms::counts_attendance(heading)
                && synonyms::counts(heading).is_none()
                && synonyms::field(heading, seen.kind).is_none()
                && !value::is_total_label(heading)
        };
        let free = self.free().into_iter();
        free.filter(|(_, seen)| self.layout == Layout::Log && self.has("date") && is_number(seen))
            .map(|(_, seen)| seen.heading.clone())
            .collect()
    }
}

/// Whether marks stand in a column among words: «x», «förhinder», «sjuk».
fn has_marks(seen: &ColumnProfile) -> bool {
    let is_mark = |text: &String| matches!(value::mark(&Cell::Text(text.clone())), Parsed::Is(_));
    seen.kind == CellKind::Text && seen.values.iter().any(is_mark)
}

/// Whether every cell of a column is a number, though one may be a mark as well: «1».
fn are_numbers(seen: &ColumnProfile) -> bool {
    let is_number = |text: &String| text.bytes().all(|sign| sign.is_ascii_digit());
    seen.kind == CellKind::Mark && seen.values.iter().all(is_number)
}

/// Whether every cell of a column names how long something was, and none when: «2 timmar», «45 min».
fn are_lengths(seen: &ColumnProfile) -> bool {
    !seen.values.is_empty() && seen.values.iter().all(|text| value::names_length(text))
}

/// The partner that a column of marks names; of an empty one only by its whole name.
fn marked<'a>(partners: &'a [Partner], seen: &ColumnProfile) -> Option<&'a Partner> {
    let heading = &seen.heading.heading;
    if seen.kind == CellKind::Mark || has_marks(seen) {
        naming::partner_of_marks(partners, heading)
    } else {
        naming::partner(partners, heading)
    }
}
