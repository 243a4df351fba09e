//! What one reader may see of a report. `compose` decides it; renderers are given this and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::account::EditionAccount;
use super::activity::{Origin, RecordedActivity};
use super::agreement::{ActivityKind, Area, Indicator, LanguageSummary, Note, Ruling};
use super::assessment::{CountedRow, MissedRule, Status, WindowAssessment};
use super::finding::{Code, Finding, Phrase};
use super::quantity::Quantity;
use super::report::{
    AuditResult, CourseMonth, Reporting, RetroactiveChange, RuledRow, ShownFigure, StatusChange,
    TurnedWindow,
};
use super::span::{DateSpan, Period};

/// A report as one reader gets it. What the reader may not see is not in it; long lists are shared with the report.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Edition {
    /// `full`, `public`, `partner:polisen`: as messages name it.
    pub label: String,
    /// `full`, `public`, `partners/polisen`: as follow-up.json names it.
    pub name: String,
    /// The sentences that depend on the reader.
    pub words: EditionWords,
    /// Whether what is to be mended stands before the verdicts.
    pub(crate) mend_first: bool,
    /// What was promised.
    pub agreement: EditionAgreement,
    /// The time it is about.
    #[serde(serialize_with = "named")]
    pub(crate) period: Period,
    /// The day it is made for.
    pub as_of: NaiveDate,
    pub(crate) version: u32,
    /// Period, version and hash of the version it is compared with.
    pub(crate) previous: Option<(String, u32, String)>,
    /// The pledges and their verdicts, in the agreement's order.
    pub pledges: Vec<EditionPledge>,
    /// Who has reported which month.
    pub reporting: Vec<Reporting>,
    /// Workbooks that are not there or could not be opened.
    pub(crate) absent: Vec<AbsentWorkbook>,
    /// Verdicts that are other than last time.
    pub(crate) since_last: Vec<StatusChange>,
    /// Workbooks and what was found in them; none for the web.
    pub(crate) details: Option<EditionDetails>,
    /// The activities that the next version is compared with; only in the full edition, as the two that follow.
    #[serde(serialize_with = "list")]
    pub(crate) remembered: Arc<[RecordedActivity]>,
    /// The figures about persons that have been shown so far.
    pub shown: Vec<ShownFigure>,
    /// The rows that rulings are about.
    pub(crate) ruled: Vec<RuledRow>,
    /// What the audit of figures about persons came to; only in the full edition.
    #[serde(skip)]
    pub(crate) audit: Option<AuditResult>,
}

/// The sentences of an edition that depend on its reader.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionWords {
    /// Whom the edition is for; none where it is for everybody who follows the agreement up.
    pub(crate) heading: Option<Phrase>,
    /// What stands before the findings.
    pub findings: Phrase,
    /// The subject of the letter with it; municipality, period and state are still to be added.
    pub(crate) subject: Phrase,
}

/// What of the agreement stands in an edition.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionAgreement {
    /// Its id: the name of its folder.
    pub id: String,
    /// SHA-256 of its file, hexadecimal.
    pub sha256: String,
    pub title: String,
    /// The municipality's name.
    pub municipality: String,
    /// The local police area's name.
    pub police_area: String,
    /// The days it is about.
    pub term: DateSpan,
    /// The tag of its language.
    pub language: String,
    /// The registrar's number.
    pub(crate) diary_number: Option<String>,
    /// Figures about persons below this are withheld.
    pub small_numbers: u64,
    /// Why it was made.
    pub background: Option<String>,
    /// What it should lead to.
    pub success: Option<String>,
    /// How it is reported.
    pub reporting: Option<String>,
    /// Summaries in other languages.
    pub summaries: Vec<LanguageSummary>,
    /// Its headings.
    pub areas: Vec<Area>,
    /// The names of the partners that the edition names, by id.
    pub partners: BTreeMap<String, String>,
    /// The activities that the edition counts.
    pub activities: BTreeMap<String, ActivityKind>,
    /// The measures beside the pledges.
    pub indicators: Vec<Indicator>,
    /// How the term before ended: what its report was called, and the day it was made for.
    pub(crate) last_term: Option<(String, NaiveDate)>,
}

/// A pledge and how it stands.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionPledge {
    /// Its ordinal in the agreement, from 1: the same in every edition.
    pub number: usize,
    pub id: String,
    /// What it is called in lists; cut from its text where the agreement does not say.
    pub name: Option<String>,
    /// The id of its heading.
    pub(crate) area: Option<String>,
    /// What is promised, in the agreement's words.
    pub text: String,
    /// The partners that answer for it.
    pub responsible: Vec<String>,
    pub status: Status,
    /// The meaning chosen for its wording.
    pub interpretation: Option<String>,
    /// The coordinator's notes.
    pub(crate) notes: Vec<Note>,
    /// Windows before the one that decides that were not fulfilled.
    pub(crate) earlier_failures: Vec<DateSpan>,
    /// What its owner claims.
    pub(crate) claim: Option<EditionClaim>,
    /// Whether its owner should claim something and does not.
    pub(crate) lacks_claim: bool,
    /// Whether nothing of it, also of what others answer for, can be held against figures.
    pub(crate) untargeted: bool,
    /// Whether any target of it counts things, not rows.
    pub(crate) counts_distinct: bool,
    /// The targets that the reader is told of.
    pub targets: Vec<EditionTarget>,
    /// How it has stood, month by month.
    pub(crate) course: Vec<CourseMonth>,
    /// How it stood when the term before ended.
    pub(crate) last_term: Option<Status>,
}

/// What an owner claims, as far as the reader may see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionClaim {
    /// The claim as written; none where its own words may name people.
    pub status: Option<String>,
    /// When it was last looked at.
    pub as_of: Option<DateSpan>,
    /// The remark beside it.
    pub comment: Option<String>,
    /// Whether nobody has looked at it for too long.
    pub(crate) stale: bool,
    pub origin: Option<Origin>,
}

/// A target, judged, with the rows that the reader may see.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionTarget {
    /// Whether it is strived for, and never broken.
    pub(crate) effort: bool,
    /// Its own id, or its ordinal.
    pub id: String,
    /// Its kind's name, kebab-case.
    pub kind: &'static str,
    /// The partners that answer for it.
    pub responsible: Vec<String>,
    pub status: Status,
    /// What is promised, in a few words.
    pub(crate) phrase: Phrase,
    /// The meaning chosen for its wording.
    pub interpretation: Option<String>,
    /// What it counts, by the agreement's names.
    pub of: Vec<String>,
    /// Which of that it is about, a condition each.
    pub(crate) only: Vec<Phrase>,
    /// By which rules what is held counts, a condition each.
    pub(crate) rules: Vec<Phrase>,
    /// Whether its figures tell about persons.
    pub(crate) persons: bool,
    /// What was done in the period that the report is about.
    pub(crate) in_period: Option<Quantity>,
    /// What was promised before the target was amended, and on which days.
    pub(crate) amended: Vec<(DateSpan, Phrase)>,
    /// Its windows, in order.
    pub windows: Vec<WindowAssessment>,
    #[serde(serialize_with = "list")]
    pub(crate) counted: Arc<[CountedRow]>,
    /// The whole of a share.
    #[serde(serialize_with = "list")]
    pub(crate) whole: Arc<[CountedRow]>,
    /// How many rows of others counted too.
    pub(crate) counted_elsewhere: usize,
    /// What was held and did not count.
    pub(crate) not_counted: Vec<LeftOut>,
    /// The disputed rows of it that a ruling settles.
    pub(crate) settled: Vec<EditionSettledRow>,
}

/// Something that was held and did not count.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LeftOut {
    /// Its cell; none for the web.
    pub origin: Option<Origin>,
    pub date: DateSpan,
    /// Why not.
    #[serde(serialize_with = "code")]
    pub(crate) reason: Code,
    /// The rules that it does not meet; what the row says only where its cell may be seen.
    pub(crate) missed: Vec<MissedRule>,
    /// The index of the finding that tells it, among those of the edition.
    pub finding: Option<usize>,
}

/// A disputed row without its place, and the ruling that settles it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionSettledRow {
    /// When it was held, or asked for.
    pub date: DateSpan,
    /// Whether it counts.
    pub(crate) counts: bool,
    pub(crate) why: String,
    /// Who ruled.
    pub(crate) by: String,
    /// On which day.
    pub(crate) ruled: NaiveDate,
}

/// A workbook that is not there, or could not be opened.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AbsentWorkbook {
    /// The id of the partner that keeps it.
    pub partner: String,
    /// Its path, or the pattern of its source; none for the web.
    pub workbook: Option<String>,
    /// Whether it is there and could not be opened.
    pub(crate) unreadable: bool,
    /// Whether an earlier version read it.
    pub(crate) gone: bool,
}

/// Workbooks, and what was found in them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionDetails {
    /// What can be mended, in order of severity and place.
    pub findings: Vec<EditionFinding>,
    /// What became of every workbook.
    pub accounts: Vec<EditionAccount>,
    /// Figures of periods already reported that are no longer what they were.
    #[serde(serialize_with = "list")]
    pub(crate) retroactive: Arc<[RetroactiveChange]>,
    /// The rulings on disputed rows.
    pub rulings: Vec<Ruling>,
}

/// A finding, and whose it is to mend.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditionFinding {
    pub finding: Finding,
    /// The workbook it is about; where none is there, the pattern of the source that should have one.
    pub(crate) subject: Option<String>,
    /// The partner that keeps it.
    pub(crate) owner: Option<String>,
}

impl EditionPledge {
    /// Whether it is on track, and yet what remains asks a quicker pace than its own.
    pub(crate) fn is_urgent(&self) -> bool {
        self.status == Status::OnTrack && self.targets.iter().any(EditionTarget::is_urgent)
    }
}

impl EditionTarget {
    /// The same of a target.
    pub(crate) fn is_urgent(&self) -> bool {
        self.status == Status::OnTrack && self.windows.iter().any(|window| window.urgent)
    }
}

impl Edition {
    /// The pledge with that id.
    pub(crate) fn pledge(&self, id: &str) -> Option<&EditionPledge> {
        self.pledges.iter().find(|pledge| pledge.id == id)
    }

    /// The targets of all pledges.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &EditionTarget> {
        self.pledges.iter().flat_map(|pledge| &pledge.targets)
    }

    /// The verdicts of pledges that are other than last time, each with its pledge.
    pub(crate) fn changes(&self) -> impl Iterator<Item = (&StatusChange, &EditionPledge)> {
        let changes = self.since_last.iter();
        let changes = changes.filter(|change| change.turned.is_none());
        changes.filter_map(|change| Some((change, self.pledge(&change.pledge)?)))
    }

    /// The windows that had closed and whose verdict has turned all the same, each with its pledge.
    pub(crate) fn turned(
        &self,
    ) -> impl Iterator<Item = (&StatusChange, &TurnedWindow, &EditionPledge)> {
        let changes = self.since_last.iter();
        changes.filter_map(|change| {
            let pledge = self.pledge(&change.pledge)?;
            Some((change, change.turned.as_ref()?, pledge))
        })
    }

    /// The findings; none for the web.
    pub(crate) fn findings(&self) -> &[EditionFinding] {
        self.details
            .as_ref()
            .map_or(&[], |details| details.findings.as_slice())
    }

    /// What became of every workbook; nothing for the web.
    pub(crate) fn accounts(&self) -> &[EditionAccount] {
        self.details
            .as_ref()
            .map_or(&[], |details| details.accounts.as_slice())
    }

    /// The figures of periods already reported that have changed; none for the web.
    pub(crate) fn retroactive(&self) -> &[RetroactiveChange] {
        self.details
            .as_ref()
            .map_or(&[], |details| &details.retroactive[..])
    }

    /// The name of the partner with that id; the id itself if there is none.
    pub(crate) fn partner_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.agreement.partners.get(id).map_or(id, String::as_str)
    }

    /// Every status that it can tell of: where nothing is about persons, no verdict is withheld.
    pub(crate) fn statuses(&self) -> impl Iterator<Item = Status> {
        let persons = self.targets().any(|target| target.persons);
        let all = Status::ALL.into_iter();
        all.filter(move |status| persons || *status != Status::Withheld)
    }

    /// Whether any figure is withheld.
    pub(crate) fn withholds(&self) -> bool {
        let mut windows = self.targets().flat_map(|target| &target.windows);
        windows.any(|window| window.withheld)
    }
}

fn list<T: Serialize, S: Serializer>(list: &Arc<[T]>, serializer: S) -> Result<S::Ok, S::Error> {
    list.as_ref().serialize(serializer)
}

fn named<S: Serializer>(period: &Period, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(period)
}

fn code<S: Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
    code.name().serialize(serializer)
}
