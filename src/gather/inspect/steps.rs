//! What the columns of steps and of lists of places mean.

use super::column::{CellKind, ColumnProfile};
use super::column_use::ColumnUse;
use super::mapping::MappingDraft;
use super::synonyms;

impl MappingDraft<'_> {
    /// The columns of steps: what is to be done, by when, and when it was.
    pub(super) fn take_steps(&mut self) {
        self.take_fields(&["stage", "step", "due", "done"]);
        let free = |draft: &Self, means: &dyn Fn(&ColumnProfile) -> bool| {
            let mut free = draft.free().into_iter();
            free.find(|(_, seen)| means(seen)).map(|(index, _)| index)
        };
        let due = free(self, &|seen| synonyms::means_due(&seen.heading.heading));
        if let (false, Some(index)) = (self.has("due"), due) {
            self.set(index, ColumnUse::Field("due".to_owned()));
        }
        // Some steps may have words there: «planeras».
        let done = free(self, &|seen| synonyms::means_done(&seen.heading.heading));
        // Of days that no heading explains the only ones are those on which it was done.
        let days = |draft: &Self| {
            let mut days = draft.free().into_iter().filter(|(_, seen)| {
                seen.kind == CellKind::Date && !synonyms::means_beginning(&seen.heading.heading)
            });
            let first = days.next().map(|(index, _)| index);
            first.filter(|_| days.next().is_none())
        };
        if let (false, Some(index)) = (self.has("done"), done.or_else(|| days(self))) {
            self.set(index, ColumnUse::Field("done".to_owned()));
        }
        self.need_words("step");
    }

    /// The columns of a list of places.
    pub(super) fn take_places(&mut self) {
        self.take_fields(&["place"]);
        self.need_words("place");
        for (field, means) in [
            ("from", synonyms::means_beginning as fn(&str) -> bool),
            ("to", synonyms::means_end),
        ] {
            let free = self.free();
            let index = free.iter().find(|(_, seen)| {
                matches!(seen.kind, CellKind::Date | CellKind::Empty)
                    && means(&seen.heading.heading)
            });
            if let Some((index, _)) = index {
                self.set(*index, ColumnUse::Field(field.to_owned()));
            }
        }
    }
}
