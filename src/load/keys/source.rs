//! Workbooks and how their sheets are read.

use crate::load::declare::keys;
use crate::load::types::*;

keys! {
    /// Workbooks of one partner
    SourceKeys "[[source]]" {
        /// whose workbooks they are
        partner: Partner = required,
        /// the pattern of their paths in the drop folder: `*` any signs, `?` one sign, `[23]` one of these, `{a,b}` one
        /// of these words, `**` any folders; upper and lower case are the same
        files: FilePattern = required,
        /// how often something is written even when nothing has happened: a month (week, quarter) with no row then is
        /// missing, and not zero
        expected: Frequency = "written only when something happens",
        /// the day of the following month on which a month's rows are due
        due: DayOfMonth,
        /// workbooks and sheets that look like these and are not to be read: patterns of paths in the drop folder, or of
        /// sheets' names. Write the reason beside it
        ignore: OneOrMore<SheetPattern>,
        /// how its sheets are read, `[[source.sheet]]`
        sheet: Vec<SheetKeys> = required,
    }

    /// How a sheet is read. A sheet may be read several times, once for each activity in it
    SheetKeys "[[source.sheet]]" {
        /// the pattern of the sheets' names: `"Kv*"`, `"20??"`
        name: SheetPattern = "every sheet with these headings",
        /// the shape of the sheet
        layout: Layout = required,
        /// what each row is (of milestones: what its steps are steps of), or which column says it
        activity: OrTable<NewActivity, ByColumnKeys> = "required, unless another of `counts`, `answers`, `places`, `indicator` is there, or the layout is statements",
        /// several activities from one row, each with the column of its number: `{ kontroll = "Kontroller", rapport =
        /// "Rapporter" }`
        counts: Names<Id, AtHeading>,
        /// the rows answer requests that stand on another sheet under this activity; both map `case`, this one also
        /// `answered` or `date`
        answers: AnsweredActivity,
        /// of a register: the list of places that its rows are
        places: NewPlaces,
        /// the rows are measurements of this indicator: `date` and `value`
        indicator: IndicatorName,
        /// which column means what: a field = its heading
        columns: Fields,
        /// columns of marks that say which partners took part: `{ polisen = "Polis", hyresvard = ["Kalixbostäder",
        /// "Privata"] }`
        partners: PartnerMarks,
        /// which rows are taken: a heading (not a field) = what must stand there
        r#where: RowConditions = "every row",
        /// a rhythm of this sheet's own
        expected: Frequency = "the source's",
    }

    /// Activities told apart by the words of a column
    ByColumnKeys "activity" {
        /// the column whose words say which activity the row is
        column: AtHeading = required,
        /// a word of that column = an activity; rows with other words are left out
        values: Names<Words, NewActivity> = required,
    }
}
