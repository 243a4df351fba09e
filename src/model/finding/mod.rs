//! Findings: what a partner or the coordinator can mend in a workbook or in the agreement.
//!
//! Each kind is declared once, in `kinds`, with its data. Its sentences live in `templates/lang`.

mod args;
mod declare;
pub(crate) mod fingerprint;
mod kinds;
mod place;
mod severity;
pub(crate) mod tally;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

pub(crate) use super::phrase::{Arg, Phrase};
pub(crate) use args::{
    ActivityId, Args, CountedQuantity, IfKnown, Lapse, OtherRow, RepeatedAt, WrittenTime, Year,
};
pub use kinds::{Code, FindingKind};
pub use place::Place;
pub use severity::Severity;
pub use words::{
    ColourDoubt, ExceededLimit, ExpectedForm, ExpectedType, FigureChange, ForeignFormat, HeldDoubt,
    HiddenPart, ImpossibleTarget, NewerReason, Repetition, StatusColour, TotalDoubt,
    UnreadableReason, WordingMeaning, YearSource,
};

/// The argument that explains a finding.
const EXPLAINED: &str = "explained";
/// The argument that says whether the agreement is a text or a workbook: the same fault has other words in each.
const WRITTEN: &str = "written";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub kind: FindingKind,
    pub place: Place,
    pub(crate) novelty: Novelty,
    /// Why it is so, where the parties have explained it.
    pub(crate) explanation: Option<String>,
}

/// Whether a finding is news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Novelty {
    /// Nobody has been told of it yet.
    New,
    /// The previous version told it too.
    Before,
    /// The parties have explained it.
    Explained,
}

impl Finding {
    pub fn new(kind: FindingKind, place: impl Into<Place>) -> Finding {
        Finding {
            kind,
            place: place.into(),
            novelty: Novelty::New,
            explanation: None,
        }
    }

    pub fn code(&self) -> Code {
        self.kind.code()
    }

    pub fn severity(&self) -> Severity {
        self.code().severity()
    }

    pub(crate) fn explained_by(self, why: &str) -> Finding {
        Finding {
            novelty: Novelty::Explained,
            explanation: Some(why.to_owned()),
            ..self
        }
    }

    /// What its sentences need, by the stable names of follow-up.json. `none` stands for what is not known.
    pub(crate) fn args(&self) -> Args {
        let mut args = self.kind.args();
        if self.code().is_of_agreement() {
            // A cell is told with its workbook.
            let is_book = self.place.sheet.is_some();
            let file = self.place.file.as_deref().filter(|_| !is_book);
            args.insert("file", file.unwrap_or("none").into());
            args.insert(WRITTEN, if is_book { "book" } else { "text" }.into());
        }
        if let Some(why) = &self.explanation {
            args.insert(EXPLAINED, why.as_str().into());
        }
        args
    }

    /// The same for a reader who may know only of some workbooks: it does not name any other.
    pub(crate) fn naming_only(&self, may_name: impl Fn(&str) -> bool) -> Finding {
        let may_name = &may_name;
        let mut seen = self.clone();
        match &mut seen.kind {
            FindingKind::CopiedWorkbook { original } | FindingKind::StaleCopy { original, .. } => {
                original.take_if(|original| !may_name(original));
            }
            FindingKind::RepeatedRows { other, .. } => {
                let named = |other: &String| other.split(" · ").next().map(may_name) == Some(true);
                other.take_if(|other| !named(other));
            }
            FindingKind::ReportedByTwo { other, .. } => {
                other.take_if(|other| !may_name(&other.workbook));
            }
            _ => {}
        }
        seen
    }

    /// The pattern of the source that it is about, where no workbook of it is there or nothing is told.
    pub(crate) fn source_pattern(&self) -> Option<&str> {
        match &self.kind {
            FindingKind::NoWorkbook { pattern, .. } => Some(pattern),
            FindingKind::MissingMonth { files, .. } | FindingKind::QuietSource { files, .. } => {
                Some(files)
            }
            _ => None,
        }
    }
}

impl Code {
    /// Whether it is about a line of the agreement or of the settings, not of a workbook.
    pub(crate) fn is_of_agreement(self) -> bool {
        self.name().starts_with("agreement-")
    }
}

/// A value and what was found on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T> {
    pub value: T,
    /// In the order they were made.
    pub findings: Vec<Finding>,
}

impl<T> Checked<T> {
    pub fn new(value: T, findings: Vec<Finding>) -> Checked<T> {
        Checked { value, findings }
    }

    /// Hands over the value; its findings are added to `findings`.
    pub(crate) fn into_value(self, findings: &mut Vec<Finding>) -> T {
        findings.extend(self.findings);
        self.value
    }
}
