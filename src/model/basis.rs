//! What a verdict follows from beside the rows, for whoever reckons it again. `target::basis` says it of each kind.

use chrono::NaiveDate;

use super::quantity::Amount;
use super::span::DateSpan;
use super::threshold::Bound;

/// What the verdict of a window follows from beside the rows that count in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct VerdictBasis {
    /// The part of the window that has passed; none before it begins.
    pub(crate) elapsed: Option<DateSpan>,
    /// Whether any month of it, up to its end, is covered.
    pub(crate) covered: bool,
    /// Whether something is missing that could decide it.
    pub(crate) incomplete: bool,
    pub(crate) rule: VerdictRule,
    /// Where only different ones count: of what.
    pub(crate) different: Option<Different>,
    /// Whether it is strived for, and never broken.
    pub(crate) effort: bool,
    /// Whether parts that are kept make it partly kept.
    pub(crate) partial: bool,
    /// Of what is asked only when there is an occasion: whether there was.
    pub(crate) occasion: Option<Occasion>,
}

/// What is counted once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Different {
    /// Values of a field.
    Values,
    Days,
}

/// Whether there was an occasion for what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occasion {
    Was,
    WasNot,
    /// Something of it may not have been reported.
    Untold,
    /// What was reported does not say.
    Unclear,
}

/// How the verdict follows, for each kind that a formula can follow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum VerdictRule {
    /// A sum held against a number; while the window is open, against its elapsed share.
    Sum {
        bound: Bound,
        /// What keeps the promise once the window has closed.
        number: Amount,
        /// What the elapsed share is taken of.
        paced: Amount,
        /// Days passed, and all days.
        days: (u64, u64),
        /// Whether the share is compared without rounding, as of hours.
        continuous: bool,
    },
    /// A sum held against a number for each week or month.
    Average {
        bound: Bound,
        number: Amount,
        /// Weeks or months that have passed, and those of the whole window, as fractions.
        times: ((u64, u64), (u64, u64)),
    },
    /// A part of a whole, in per cent.
    Share { bound: Bound, percent: Amount },
    /// So many for every part.
    EachPart {
        /// In the order of the window's parts.
        parts: Vec<PartBasis>,
        days: (u64, u64),
        continuous: bool,
    },
    /// So many in every day, week or month; the window's parts are those that have ended.
    EachPeriod { bound: Bound },
    /// Every request answered by its day, or so many per cent of them; the window's parts are the requests.
    Requests {
        /// Whether each has a day of its own, and not that of the window's end.
        within: bool,
        share: Option<Amount>,
        /// The day to which answers count.
        today: NaiveDate,
        is_open: bool,
    },
    /// Every step by its day; the window's parts are the steps.
    Steps {
        /// The day by which a step without its day behind it is in time.
        end: NaiveDate,
        is_open: bool,
    },
    /// No longer time without any than so many days or months.
    Gaps { longest: LongestGap },
    /// How long answers take on average, held against a number of days.
    AnswerTimes {
        limit: Amount,
        /// Whether the number itself is not enough.
        strict: bool,
        /// The day to which a request without an answer has waited.
        today: NaiveDate,
        /// Of working days: those from Monday to Friday that are none.
        not_working: Option<Vec<NaiveDate>>,
        answers: Vec<AnswerDays>,
    },
    /// A value that was measured, held against a number.
    Measured {
        bound: Bound,
        number: Amount,
        /// Whether the number itself is not enough.
        strict: bool,
        /// Whether no other value will decide.
        is_final: bool,
    },
    /// A sum without a verdict.
    Shown,
}

/// How long may pass without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LongestGap {
    Days(u64),
    /// To the same day of the month, that day included.
    Months(u32),
}

/// A request, and the day of its answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AnswerDays {
    /// Its cell.
    pub(crate) cell: String,
    pub(crate) asked: NaiveDate,
    /// None if it waits.
    pub(crate) answered: Option<NaiveDate>,
    /// So many days it has taken.
    pub(crate) days: u64,
}

/// A part that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartBasis {
    /// Every word that means it, folded.
    pub(crate) words: Vec<String>,
    /// Its days in use that have passed; none before them.
    pub(crate) elapsed: Option<DateSpan>,
    /// Whether its days in use are over.
    pub(crate) over: bool,
}
