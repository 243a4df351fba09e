//! Promises and what they can be held against.

use crate::load::declare::keys;
use crate::load::types::*;

keys! {
    /// A promise
    PledgeKeys "[[pledge]]" {
        /// its id, one of its own; stands in file names and links
        id: Id = required,
        /// what it is called in lists and tables
        name: Line = "its words, cut after one",
        /// the heading it stands under
        area: Area,
        /// the promised words
        text: String = required,
        /// who answers for it
        responsible: OneOrMore<Partner>,
        /// its row in a sheet of statements, by the words under `label`: what its owner claims
        statement: Line,
        /// how long what the owner claims stays fresh
        stale_after: LengthText,
        /// the meaning chosen for its wording
        interpretation: String,
        /// which of its targets are needed: any one of them, or all
        verdict: VerdictWord = "all",
        /// whether it is kept in part where some of its targets are kept and others are not
        partial: bool = "false",
        /// what it can be held against, `[[pledge.target]]`; without any it is described
        target: Vec<TargetKeys>,
        /// why, and what happens now, `[[pledge.note]]`
        note: Vec<NoteKeys>,
    }

    /// What a pledge can be held against
    TargetKeys "[[pledge.target]]" {
        /// its id
        id: Id = "its number in the pledge",
        /// what it asks; per makes an average, each asks it of every one. `response-time` without a number is only shown
        kind: KindWord = "count",
        /// what counts, any of them; of an indicator its id
        of: Activities = "required, but for `deferred`, for a milestone with `steps`, and for a `sum`",
        /// instead of `of`: other targets of the pledge, by their ids, whose counts are added up, each row once
        sum: OneOrMore<At<Line>>,
        /// so many or more
        at_least: BoundNumber,
        /// so many or fewer
        at_most: BoundNumber,
        /// more than a baseline
        more_than: OrTable<BaselineNumber, BaselineKeys>,
        /// fewer than a baseline
        fewer_than: OrTable<BaselineNumber, BaselineKeys>,
        /// an average per week or per month over the window
        per: AverageUnit,
        /// with per = "week": calendar weeks of ISO 8601
        weeks: IsoWeeks = "seven days",
        /// the window each verdict is about
        over: OverText = "calendar years, as an open interpretation",
        /// the meaning chosen for its wording, printed
        interpretation: String,
        /// who answers for it
        responsible: OneOrMore<Partner> = "the pledge's",
        /// a filter: a row that does not meet it is not what the pledge is about
        only: Conditions,
        /// the rules: a row that does not meet them is shown as held, and not counted
        require: Conditions,
        /// of a count or an average: only different values of the field count: `"place"`, different places; `"day"`, different days
        distinct: FieldName,
        /// days, weeks, months and windows wholly in it are not asked for; no time of an average or a cadence
        except: CalendarList,
        /// the days it is in force; targets that follow each other are one
        valid: ValidKeys = "the term",
        /// when it was agreed, where that was left for later
        agreed: Date,
        /// so many in every day, week or month; or for every value of the field that `among` lists; a list asks it of every
        /// combination: `["place", "week"]`
        each: EachText,
        /// with each: the values asked for; a list for each field where there are several
        among: AmongLists,
        /// with each: so many days, or different values of this field, that had every one of `among`
        together: FieldName,
        /// of a share: the whole
        out_of: Activities,
        /// of a cadence: the longest gap
        longest_gap: LengthText,
        /// of a request: how soon it is answered; of a response time: how long it may be
        within: LengthText = "the window's end",
        /// of a response time: of all answers' times
        measure: TimeMeasure = "the average",
        /// of a response time: shorter than so many days, or than it was on these days in the same workbooks
        faster_than: OrTable<BaselineNumber, BaselineKeys>,
        /// of a response time: counted in working days, Monday to Friday but for holidays; `within` says it by itself
        working_days: bool = "calendar days",
        /// of an indicator: better than its own baseline, in its own good direction
        better_than: BaselineWord,
        /// with better_than: by so much at least
        margin: Amount = "by anything",
        /// of an indicator: the days on which the value that decides is measured, also after the term
        measured: MeasuredKeys = "the window",
        /// activities, requests or steps without which there is no occasion for it in the window: then nothing is asked
        when: Activities,
        /// so many minutes are one: a longer row counts as several; of several activities a number for each whose length
        /// counts: `{ kontroll = 20, patrull = 60 }`
        unit_minutes: ForEach<Whole<1, 1440>> = "a row is one, however long",
        /// strived for: judged, and never broken
        effort: bool = "false",
        /// whether it is kept in part where some of its parts or steps are kept and others are not
        partial: bool = "false",
        /// of a milestone: steps written here
        steps: Vec<StepKeys>,
    }

    /// When a value is measured
    MeasuredKeys "measured" {
        /// the first day
        from: Date = required,
        /// the last day
        to: Date = required,
    }

    /// What a direction is held against: a number, or this table
    BaselineKeys "more_than, fewer_than, faster_than" {
        /// what it was
        value: Amount = "counted from the same workbooks, from … to",
        /// the first day it was measured over
        from: Date,
        /// the last day it was measured over
        to: Date,
        /// who says so
        source: String,
    }

    /// When a target is in force
    ValidKeys "valid" {
        /// the first day it is in force
        from: Date = "the term's first day",
        /// the last day it is in force
        to: Date = "the term's last day",
    }

    /// A step that is written in the agreement
    StepKeys "steps" {
        /// its words
        text: String = required,
        /// the last day to begin it; alone, only its beginning is asked for
        begin_by: Date,
        /// when it was begun
        begun: Date,
        /// its last day
        by: Date = "the term's end",
        /// when it was done
        done: Date,
        /// the period whose report, once sent, is the step
        sent: PeriodName,
    }

    /// The coordinator's words beside a verdict, never in it
    NoteKeys "[[pledge.note]]" {
        /// the period it is about: told from its report on
        period: PeriodName = required,
        /// the reason
        why: String,
        /// what happens next
        next: String,
        /// the last day of what happens next
        due: Date,
        /// who says so
        by: Speaker,
    }
}
