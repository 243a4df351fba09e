//! Findings: what a partner or the coordinator can mend in a workbook or in the agreement.
//!
//! A finding carries a code and typed arguments; its sentences live in `templates/lang`.

pub mod tally;

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::activity::Origin;
pub use super::phrase::{Arg, Phrase};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A workbook, a sheet or a heading could not be used.
    Error,
    /// A row or a cell was left out, or doubted.
    Warning,
    /// Nothing is lost.
    Note,
}

/// Declares the codes once: variant, stable name, severity.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $severity:ident;)*) => {
        /// What kind of finding it is. The names are stable: other programs rely on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// Its stable name, kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The agreement is not TOML.
    AgreementSyntax "agreement-syntax" Error;
    /// A key that means nothing there.
    AgreementUnknownKey "agreement-unknown-key" Error;
    /// A key that must be there.
    AgreementMissingKey "agreement-missing-key" Error;
    /// A value of the wrong type.
    AgreementWrongType "agreement-wrong-type" Error;
    /// A word that is none of those possible there.
    AgreementUnknownWord "agreement-unknown-word" Error;
    /// A partner that is not listed.
    AgreementUnknownPartner "agreement-unknown-partner" Error;
    /// An area that is not listed.
    AgreementUnknownArea "agreement-unknown-area" Error;
    /// A list of places that does not exist.
    AgreementUnknownPlace "agreement-unknown-place" Error;
    /// A calendar list that does not exist.
    AgreementUnknownCalendar "agreement-unknown-calendar" Error;
    /// An indicator that does not exist.
    AgreementUnknownIndicator "agreement-unknown-indicator" Error;
    /// An `of` that no sheet gives.
    AgreementUnknownActivity "agreement-unknown-activity" Error;
    /// A field that no sheet of the activity maps.
    AgreementUnknownField "agreement-unknown-field" Error;
    /// An id used twice.
    AgreementDuplicateId "agreement-duplicate-id" Error;
    /// A window, or `valid`, outside the term.
    AgreementWindowOutsideTerm "agreement-window-outside-term" Error;
    /// A target that cannot be: keys that contradict each other, a number that cannot be reached.
    AgreementImpossibleTarget "agreement-impossible-target" Error;
    /// A value that cannot be read: a date, a length, a percentage, an address, a pattern.
    AgreementInvalidValue "agreement-invalid-value" Error;
    /// A file to include that is not there.
    AgreementMissingFile "agreement-missing-file" Error;

    /// A workbook that no reader can open.
    UnreadableWorkbook "unreadable-workbook" Error;
    /// A workbook with a password.
    EncryptedWorkbook "encrypted-workbook" Error;
    /// A file that is no workbook lofte reads.
    UnsupportedFormat "unsupported-format" Error;
    /// A workbook too large to be read.
    ReaderLimit "reader-limit" Error;
    /// A sheet that the agreement names is not there.
    MissingSheet "missing-sheet" Error;
    /// A heading that the agreement names is not there.
    MissingHeading "missing-heading" Error;
    /// A pattern that matches no workbook.
    NoWorkbook "no-workbook" Error;

    /// A workbook that is there twice.
    CopiedWorkbook "copied-workbook" Warning;
    /// An older copy of a workbook.
    StaleCopy "stale-copy" Warning;
    /// A workbook that has not been copied to its end.
    UnfinishedWorkbook "unfinished-workbook" Warning;
    /// A workbook that no source takes.
    UnclaimedWorkbook "unclaimed-workbook" Warning;
    /// A row that may tell of an occasion that another partner tells of.
    ReportedByTwo "reported-by-two" Warning;
    /// A row pasted twice.
    DuplicateRow "duplicate-row" Warning;
    /// A heading that stands several times, so that rows under it may be left unread.
    RepeatedHeading "repeated-heading" Warning;
    /// An activity dated outside the term.
    DateOutsideTerm "date-outside-term" Warning;
    /// An activity dated after the day the report is made.
    DateInFuture "date-in-future" Warning;
    /// A row without a date.
    MissingDate "missing-date" Warning;
    /// A date that cannot be read.
    UnreadableDate "unreadable-date" Warning;
    /// A number that cannot be read.
    UnreadableNumber "unreadable-number" Warning;
    /// A status that cannot be read: a colour where a word is needed.
    UnreadableValue "unreadable-value" Warning;
    /// A cell with a spreadsheet error.
    ErrorCell "error-cell" Warning;
    /// A formula that was never calculated.
    FormulaWithoutValue "formula-without-value" Warning;
    /// Held, but not by the rules.
    RequirementNotMet "requirement-not-met" Warning;
    /// A blank where the pledge asks for something.
    MissingValue "missing-value" Warning;
    /// A time that lies only partly in what the pledge asks for.
    PartlyInside "partly-inside" Warning;
    /// A place that no list knows.
    UnknownPlace "unknown-place" Warning;
    /// A row about months that other rows are about too: perhaps their sum.
    PerhapsSum "perhaps-sum" Warning;
    /// A row that equals the sum of others in every number, and does not say that it is one.
    EqualsSum "equals-sum" Warning;
    /// A row that says that it is a total, and may be figures of its own.
    PerhapsTotal "perhaps-total" Warning;
    /// Numbers that only grow and end in the sheet's total: each may hold those before it.
    PerhapsCumulative "perhaps-cumulative" Warning;
    /// A row that may be a part of the one above.
    PerhapsPart "perhaps-part" Warning;
    /// An identity number, masked.
    IdentityNumber "identity-number" Warning;
    /// A claim that nobody has looked at for long.
    StaleStatement "stale-statement" Warning;
    /// A pledge whose row no statements sheet has.
    MissingStatement "missing-statement" Warning;
    /// A claim that nothing counted supports.
    ClaimWithoutEvidence "claim-without-evidence" Warning;
    /// A claim that the figures contradict.
    EvidenceAgainstClaim "evidence-against-claim" Warning;
    /// A month that nobody has reported.
    MissingMonth "missing-month" Warning;
    /// A figure of a period already reported has changed.
    ChangedFigure "changed-figure" Warning;
    /// A wording that leaves several meanings, and none was chosen.
    OpenInterpretation "open-interpretation" Warning;
    /// A file that a recipient is to have and that no version holds.
    MissingAttachment "missing-attachment" Warning;
    /// A message of the period before that its recipient's server did not take.
    UndeliveredMessage "undelivered-message" Warning;
    /// A message of the period before that may have arrived twice, as the server's answer was lost.
    UncertainDelivery "uncertain-delivery" Warning;
    /// A ruling whose row is not there.
    LapsedRuling "lapsed-ruling" Warning;

    /// A number that is not exact.
    ApproximateNumber "approximate-number" Note;
    /// A date whose year was taken from the sheet, its title or the file's name.
    AssumedYear "assumed-year" Note;
    /// A heading that is almost the one asked for.
    NearHeading "near-heading" Note;
    /// An answer that is dated before it was asked for: one of the days is wrong.
    AnswerBeforeRequest "answer-before-request" Warning;
    /// A word that is none of those a target asks for.
    UnlistedWord "unlisted-word" Note;
    /// A sheet's own total that is another than the sum of its rows.
    TotalDisagrees "total-disagrees" Note;
    /// A source that has said nothing for half a year.
    QuietSource "quiet-source" Note;
    /// A column whose heading says that each number holds those before it, read by the differences.
    CumulativeNumbers "cumulative-numbers" Note;
    /// Numbers alone on a row, taken for the sum of the rows above.
    UnlabelledSum "unlabelled-sum" Note;
    /// The lock file of a workbook that is open somewhere.
    LockFile "lock-file" Note;
    /// A sheet that is hidden, read all the same.
    HiddenSheet "hidden-sheet" Note;
    /// Rows or columns that are hidden, read all the same.
    HiddenRows "hidden-rows" Note;
    /// A status that is a cell's colour, read as words.
    ColourRead "colour-read" Note;
    /// More findings of a kind on a sheet than are told one by one.
    MoreFindings "more-findings" Note;
    /// A folder behind a symbolic link, not followed.
    LinkedFolder "linked-folder" Note;
    /// A row that a ruling leaves out.
    RuledOut "ruled-out" Note;
    /// A window that the term cuts, left out.
    WindowLeftOut "window-left-out" Note;
}

/// Where it is: a cell, a row, a workbook, or a line of the agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The workbook, relative to the drop folder.
    pub workbook: Option<String>,
    /// The sheet.
    pub sheet: Option<String>,
    /// The cell.
    pub cell: Option<String>,
    /// The line of the agreement, from 1.
    pub line: Option<usize>,
}

impl Place {
    /// Nowhere in particular.
    pub fn none() -> Place {
        Place::default()
    }

    /// A workbook as a whole.
    pub fn workbook(workbook: impl Into<String>) -> Place {
        Place {
            workbook: Some(workbook.into()),
            ..Place::default()
        }
    }

    /// A sheet as a whole.
    pub fn sheet(workbook: impl Into<String>, sheet: impl Into<String>) -> Place {
        Place {
            sheet: Some(sheet.into()),
            ..Place::workbook(workbook)
        }
    }

    /// A line of the agreement.
    pub fn line(line: usize) -> Place {
        Place {
            line: Some(line),
            ..Place::default()
        }
    }
}

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Place {
        Place {
            cell: Some(origin.cell.clone()),
            ..Place::sheet(&origin.workbook, &origin.sheet)
        }
    }
}

/// The argument that explains a finding.
const EXPLAINED: &str = "explained";

/// Something that can be mended in a workbook or in the agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What its sentences need, by name.
    pub args: BTreeMap<&'static str, Arg>,
    /// Whether it is news.
    pub novelty: Novelty,
}

/// Whether a finding is news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Novelty {
    /// Nobody has been told of it yet.
    New,
    /// The previous version told it too.
    Before,
    /// The parties have explained it: the argument `explained` says why it is so.
    Explained,
}

impl Finding {
    /// A finding without arguments.
    pub fn new(code: Code, place: impl Into<Place>) -> Finding {
        Finding {
            code,
            place: place.into(),
            args: BTreeMap::new(),
            novelty: Novelty::New,
        }
    }

    /// The same with one argument more.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Finding {
        self.args.insert(name, arg.into());
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The same, explained.
    pub fn explained_by(self, why: &str) -> Finding {
        Finding {
            novelty: Novelty::Explained,
            ..self.with(EXPLAINED, why)
        }
    }

    /// Why it is so, where the parties have explained it.
    pub fn explanation(&self) -> Option<&str> {
        match self.args.get(EXPLAINED) {
            Some(Arg::Text(why)) => Some(why),
            _ => None,
        }
    }

    /// What makes two findings of two versions the same one: all but the cell and the line, which an inserted row moves.
    pub fn key(&self) -> String {
        let args: Vec<_> = self
            .args
            .iter()
            .filter(|(name, _)| **name != EXPLAINED)
            .collect();
        let words = (
            self.code.name(),
            &self.place.workbook,
            &self.place.sheet,
            args,
        );
        short_hash(&format!("{words:?}"))
    }
}

/// A value and what was found on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T> {
    /// The value.
    pub value: T,
    /// The findings, in the order they were made.
    pub findings: Vec<Finding>,
}

impl<T> Checked<T> {
    /// A value with findings.
    pub fn new(value: T, findings: Vec<Finding>) -> Checked<T> {
        Checked { value, findings }
    }

    /// Hands over the value; its findings are added to `findings`.
    pub fn into_value(self, findings: &mut Vec<Finding>) -> T {
        findings.extend(self.findings);
        self.value
    }
}

/// The first eight bytes of a text's SHA-256, hexadecimal.
pub(super) fn short_hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
