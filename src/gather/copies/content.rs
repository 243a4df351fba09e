//! The content of a workbook, in a form that allows two states to be compared and the newer one to be found.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::name;
use crate::gather::extraction::Extraction;
use crate::model::activity::{Activity, Gathered, Request};
use crate::model::finding::NewerReason;
use crate::model::quantity::Amount;

/// What each row is about, and how often each value occurs for it. Rows and columns may have moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WorkbookContent {
    things: BTreeMap<String, BTreeMap<String, usize>>,
    /// How many of its activities count from nothing.
    doubtful: usize,
    /// The last day in any row.
    last: Option<NaiveDate>,
    /// When it was last saved, according to the workbook itself.
    saved: Option<NaiveDateTime>,
}

impl WorkbookContent {
    /// The content that a workbook gave all its sources.
    pub(super) fn of(extraction: &Extraction) -> WorkbookContent {
        let mut content = WorkbookContent {
            saved: extraction.saved,
            ..WorkbookContent::default()
        };
        for part in extraction.by_source.iter().filter(|part| !part.unread) {
            content.add(&part.result.gathered);
            for answer in &part.result.answers {
                content.enter(
                    format!("answer {} {}", answer.activity, answer.case),
                    format!("{:?}", answer.answer),
                );
            }
        }
        content
    }

    fn add(&mut self, gathered: &Gathered) {
        for activity in &gathered.activities {
            self.enter(about_activity(activity), format!("{:?}", activity.value));
            // What counts from nothing may be a sum of the others.
            let is_doubtful = !activity.value.is_exact() && activity.value.low() == Amount::ZERO;
            self.doubtful += usize::from(is_doubtful);
            self.last = self.last.max(activity.dated.then_some(activity.date.from));
        }
        for request in &gathered.requests {
            self.enter(about_request(request), format!("{:?}", request.answer));
        }
        for statement in &gathered.statements {
            self.enter(
                format!("statement {}", statement.label),
                format!("{} {:?}", statement.status, statement.updated),
            );
            self.last = self.last.max(statement.updated.map(|day| day.from));
        }
        for step in &gathered.milestones {
            self.enter(
                format!("step {} {}", step.activity, step.step),
                format!("{:?} {:?}", step.due, step.done),
            );
        }
        for (list, places) in &gathered.places {
            for place in places {
                self.enter(
                    format!("place {list} {}", place.name),
                    format!("{:?} {:?}", place.from, place.to),
                );
            }
        }
        for (indicator, values) in &gathered.indicators {
            for value in values {
                self.enter(
                    format!("value {indicator} {}", value.date),
                    format!("{:?}", value.value),
                );
            }
        }
    }

    fn enter(&mut self, about: String, says: String) {
        *self
            .things
            .entry(about)
            .or_default()
            .entry(says)
            .or_default() += 1;
    }

    /// Whether it tells of what an activity is about.
    pub(super) fn has_activity(&self, activity: &Activity) -> bool {
        self.things.contains_key(&about_activity(activity))
    }

    /// Whether it tells of a request.
    pub(super) fn has_request(&self, request: &Request) -> bool {
        self.things.contains_key(&about_request(request))
    }

    /// Of how much it tells.
    pub(crate) fn count(&self) -> usize {
        self.things.values().flat_map(BTreeMap::values).sum()
    }

    /// How many subjects the two share, and how many of those have the same values.
    fn common(&self, other: &WorkbookContent) -> (usize, usize) {
        let (mut about, mut says) = (0, 0);
        for (thing, ours) in &self.things {
            let Some(theirs) = other.things.get(thing) else {
                continue;
            };
            about += ours.values().sum::<usize>().min(theirs.values().sum());
            says += ours
                .iter()
                .map(|(what, times)| *times.min(theirs.get(what).unwrap_or(&0)))
                .sum::<usize>();
        }
        (about, says)
    }

    /// Whether they are two states of one workbook: at least four fifths of the shorter one's subjects are in the
    /// other too, at least half of them with the same figures. Without content it is a template, and no state of
    /// anything.
    pub(crate) fn is_state_of(&self, other: &WorkbookContent) -> bool {
        let fewest = self.count().min(other.count());
        let (about, says) = self.common(other);
        fewest > 0 && about * 5 >= fewest * 4 && says * 2 >= fewest
    }

    /// How many subjects the other does not have.
    pub(crate) fn alone(&self, other: &WorkbookContent) -> usize {
        self.count() - self.common(other).0
    }

    /// Which of two states is the newer, by content, and by name only where that does not decide. `Greater` if `self`
    /// is newer.
    pub(crate) fn newer(
        &self,
        name: &str,
        other: &WorkbookContent,
        other_name: &str,
    ) -> (Ordering, NewerReason) {
        let saved = self
            .saved
            .zip(other.saved)
            .map_or(Ordering::Equal, |(ours, theirs)| ours.cmp(&theirs));
        let certain = |content: &WorkbookContent| content.count() - content.doubtful;
        let by_content = [
            (certain(self).cmp(&certain(other)), NewerReason::Rows),
            (self.last.cmp(&other.last), NewerReason::Dates),
            (saved, NewerReason::Saved),
        ];
        let by_name = (
            name::doubt(other_name).cmp(&name::doubt(name)),
            NewerReason::Name,
        );
        by_content
            .into_iter()
            .find(|(order, _)| *order != Ordering::Equal)
            .unwrap_or(by_name)
    }
}

fn about_activity(activity: &Activity) -> String {
    format!("activity {} {}", activity.activity, activity.content)
}

fn about_request(request: &Request) -> String {
    let words = request.fields.iter().map(|(_, field)| field.text.as_str());
    let words = words.collect::<Vec<_>>().join("|");
    format!("request {} {} {words}", request.activity, request.date)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The words of a row before the colon, and the value after it.
    fn content(things: &str, last: &str, saved: Option<&str>) -> WorkbookContent {
        let saved = saved.map(|saved| saved.parse().unwrap());
        let mut content = WorkbookContent {
            last: Some(last.parse().unwrap()),
            saved,
            ..WorkbookContent::default()
        };
        for thing in things.split_whitespace() {
            let (about, says) = thing.split_once(':').unwrap_or((thing, "1"));
            content.enter(about.to_owned(), says.to_owned());
        }
        content
    }

    #[test]
    fn states_have_most_in_common() {
        for (one, other, expected) in [
            ("a b c d", "a b c d e f g", true),
            ("a b c d e", "a b c d x", true),
            ("a b c d", "a b x y", false),
            ("a:1 b:2 c:3", "a:1 b:2 c:4", true),
            ("a:1 b:2 c:3", "a:4 b:5 c:3", false),
            ("a a a a", "a b c d", false),
            ("", "", false),
            ("", "a b", false),
        ] {
            let (one, other) = (
                content(one, "2023-09-01", None),
                content(other, "2023-09-01", None),
            );
            assert_eq!(one.is_state_of(&other), expected, "{one:?} {other:?}");
            assert_eq!(other.is_state_of(&one), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn the_newer_is_known_by_what_it_holds_and_only_then_by_its_name() {
        let early = Some("2023-09-01T12:00:00");
        let late = Some("2023-09-02T12:00:00");
        for (one, other, why) in [
            (
                content("a b c", "2023-08-01", early),
                content("a b", "2023-09-01", late),
                NewerReason::Rows,
            ),
            (
                content("a b", "2023-09-02", early),
                content("a b", "2023-09-01", late),
                NewerReason::Dates,
            ),
            (
                content("a b:2", "2023-09-01", late),
                content("a b", "2023-09-01", early),
                NewerReason::Saved,
            ),
        ] {
            assert_eq!(
                one.newer("Logg - kopia.xlsx", &other, "Logg.xlsx"),
                (Ordering::Greater, why)
            );
            assert_eq!(
                other.newer("Logg.xlsx", &one, "Logg - kopia.xlsx"),
                (Ordering::Less, why)
            );
        }
        let (one, other) = (
            content("a b:2", "2023-09-01", None),
            content("a b", "2023-09-01", early),
        );
        assert_eq!(
            one.newer("Logg.xlsx", &other, "Logg - kopia.xlsx"),
            (Ordering::Greater, NewerReason::Name)
        );
        assert_eq!(
            (
                one.alone(&other),
                content("a x y", "2023-09-01", None).alone(&other)
            ),
            (0, 2)
        );
    }
}
