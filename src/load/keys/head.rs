//! The head of the file, and its lists of names.

use super::pledge::PledgeKeys;
use super::result::{
    DeliveryKeys, IndicatorKeys, KnownKeys, LastTermKeys, RecipientKeys, RulingKeys, SummaryKeys,
};
use super::source::SourceKeys;
use crate::load::declare::keys;
use crate::load::types::{
    Amount, At, Date, FilePath, Id, Language, Line, MailAddress, Names, OneOrMore, OrTable, Unit,
    WholeNumber,
};

keys! {
    /// What stands before the first table: whose promises they are, and for how long
    AgreementKeys "" {
        /// what the report is called
        title: Line = required,
        /// the municipality that promises
        municipality: Line = required,
        /// the local police area that promises
        police_area: Line = required,
        /// the first day of the term
        from: Date = required,
        /// the last day of the term
        to: Date = required,
        /// the language that partners and councillors read
        language: Language = "sv",
        /// figures about persons below this are withheld, zero too
        small_numbers: WholeNumber = "5",
        /// why there are pledges; shown in the report
        background: String,
        /// the measure of success; shown in the report
        success: String,
        /// to whom the follow-up goes and by what way; shown in the report
        reporting: String,
        /// files with shared pledges and lists, read before this one
        include: OneOrMore<At<FilePath>>,
        /// the workbooks that tell
        source: Vec<SourceKeys>,
        /// when results go out
        delivery: DeliveryKeys,
        /// to whom
        recipient: Vec<RecipientKeys>,
        /// measures beside the pledges, never a verdict
        indicators: Names<Id, IndicatorKeys>,
        /// disputed rows, settled
        ruling: Vec<RulingKeys>,
        /// findings that are known and explained: no news
        known: Vec<KnownKeys>,
        /// summaries in other languages, written by people
        summary: Vec<SummaryKeys>,
        /// how the term before ended; its verdicts stand beside those of this one
        last_term: LastTermKeys,
        ..shared: SharedKeys
    }

    /// What the agreement has besides, and an included file may hold too
    SharedKeys "include" {
        /// the headings of the report, in order
        areas: Names<Id, AreaKeys>,
        /// who has promised
        partners: Names<Id, PartnerKeys>,
        /// in which words and what unit activities are told
        activities: Names<Id, ActivityKeys>,
        /// lists of places
        places: Names<Id, PlacesKeys>,
        /// lists of days and spans, each under a name of one's own
        calendar: Names<Id, Vec<At<OrTable<Date, SpanKeys>>>>,
        /// the promises, in the order of the report
        pledge: Vec<PledgeKeys>,
    }

    /// A heading of the report; pledges stand under it in the order of the file
    AreaKeys "[areas.…]" {
        /// what the report calls it
        name: Line = required,
    }

    /// Somebody who has promised, or takes part
    PartnerKeys "[partners.…]" {
        /// what the report calls it
        name: Line = required,
        /// other names in workbooks
        also: OneOrMore<String>,
        /// where letters to it go
        address: MailAddress,
    }

    /// In which words and what unit an activity is told; may be left out for one that is counted in whole things
    ActivityKeys "[activities.…]" {
        /// the word for one of it
        one: Line,
        /// the word for several
        many: Line,
        /// the definition, printed in the report
        means: String,
        /// whether it counts persons, so that small numbers are withheld
        persons: bool = "false",
        /// whole things, or hours: a continuous quantity
        unit: Unit = "things",
        /// hours of one post a year, where posts are turned into hours
        hours_per_post: Amount,
    }

    /// A list of places, under a name of its own
    PlacesKeys "[places.…]" {
        /// the places
        names: Vec<OrTable<String, PlaceKeys>> = "read from a register",
    }

    /// A place of a list that is more than its name
    PlaceKeys "names" {
        /// its name in the report
        name: Line = required,
        /// other names in workbooks
        also: OneOrMore<String>,
        /// its first day in use
        from: Date = "the start",
        /// its last day in use
        to: Date = "the end",
    }

    /// A span of a calendar list; a single day stands as a date
    SpanKeys "[calendar]" {
        /// its name in the report
        name: Line,
        /// its first day
        from: Date = required,
        /// its last day
        to: Date = required,
    }
}
