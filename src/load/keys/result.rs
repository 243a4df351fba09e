//! What becomes of the result: delivery, recipients, indicators, rulings, summaries.

use crate::load::declare::keys;
use crate::load::types::*;

keys! {
    /// When results go out
    DeliveryKeys "[delivery]" {
        /// what a version waits for
        release: Release = "at-once",
        /// who approves
        approver: Role,
        /// when partners are reminded
        reminders: OneOrMore<ReminderText>,
        /// the last day an incomplete report still waits
        until: DayOfMonth,
        /// the number the registrar gave the matter
        diary_number: Line,
    }

    /// Somebody who gets the result
    RecipientKeys "[[recipient]]" {
        /// the name in the letter's head
        name: Line = required,
        /// in what capacity
        role: Role = required,
        /// where the letter goes
        address: MailAddress = required,
        /// what it gets
        edition: EditionWord = "by the role",
        /// the files attached
        attach: OneOrMore<Attachment> = "report.pdf and summary.xlsx",
        /// the partner it belongs to
        partner: Partner,
    }

    /// A measure beside the pledges, never a verdict
    IndicatorKeys "[indicators.…]" {
        /// the area it stands beside
        area: Area,
        /// what it measures
        name: Line = required,
        /// who measured it
        source: String,
        /// its scale
        scale: String,
        /// which direction is good
        good: Direction,
        /// what it is compared with
        baseline: MeasurementKeys,
        /// what was measured
        values: Vec<MeasurementKeys>,
    }

    /// One measurement
    MeasurementKeys "values" {
        /// when
        date: Date = required,
        /// how much
        value: Amount = required,
    }

    /// A disputed row, settled; it lapses, and that is told, when the cell changes
    RulingKeys "[[ruling]]" {
        /// the row
        at: AtKeys = required,
        /// whether it counts
        counts: bool = required,
        /// why
        why: String = required,
        /// who said so
        by: Line = required,
        /// when
        date: Date = required,
    }

    /// The cell of a ruling
    AtKeys "at" {
        /// the workbook, relative to the drop folder
        workbook: Line = required,
        /// the sheet
        sheet: Line = required,
        /// a cell of the row
        cell: Cell = required,
    }

    /// A finding that the parties know of and have explained: it is no news
    KnownKeys "[[known]]" {
        /// which finding: its code, `missing-month`
        code: FindingCode = required,
        /// where it is
        at: KnownAtKeys = "anywhere",
        /// why it is so
        why: String = required,
        /// who said so
        by: Line = required,
        /// when
        date: Date = required,
    }

    /// Where a known finding is
    KnownAtKeys "at (known)" {
        /// the workbook, or the pattern of the source
        workbook: Line = "any",
        /// the sheet
        sheet: Line = "any",
        /// a cell of the row
        cell: Cell = "any",
    }

    /// A summary in another language, written by people
    SummaryKeys "[[summary]]" {
        /// the language's tag
        language: LanguageTag = required,
        /// the text
        text: String = required,
    }

    /// How the term before ended, as its last report says
    LastTermKeys "[last_term]" {
        /// what its report was called
        title: Line = required,
        /// the day that report was made for
        as_of: Date = required,
        /// a pledge's id = its verdict then: `{ byar = "fulfilled", skolor = "not-fulfilled" }`
        verdicts: Names<Id, StatusWord> = required,
    }
}
