//! One finding of every kind.

use super::super::FindingKind as K;
use super::super::*;
use crate::model::agreement::Role;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::model::status::Status;
use chrono::NaiveDate;

fn text() -> String {
    "x".to_owned()
}

fn day() -> NaiveDate {
    "2023-08-14".parse().unwrap()
}

/// One finding of every kind.
pub(super) fn one_of_each() -> Vec<Finding> {
    let kinds = [
        K::AgreementSyntax {
            fault: text(),
            text: Some(text()),
        },
        K::AgreementUnknownKey {
            key: text(),
            nearest: Some(text()),
            table: Some(text()),
        },
        K::AgreementMissingKey {
            key: text(),
            table: Some(text()),
        },
        K::AgreementWrongType {
            key: text(),
            expected: ExpectedType::Number,
        },
        K::AgreementUnknownWord {
            key: text(),
            word: text(),
            nearest: Some(text()),
            choices: text(),
        },
        K::AgreementUnknownPartner {
            word: text(),
            nearest: Some(text()),
        },
        K::AgreementUnknownArea {
            word: text(),
            nearest: Some(text()),
        },
        K::AgreementUnknownPlace {
            word: text(),
            nearest: Some(text()),
        },
        K::AgreementUnknownCalendar {
            word: text(),
            nearest: Some(text()),
        },
        K::AgreementUnknownIndicator {
            word: text(),
            nearest: Some(text()),
        },
        K::AgreementUnknownActivity {
            word: text(),
            nearest: Some(text()),
        },
        K::AgreementUnknownField {
            word: text(),
            activity: Some(text()),
            field: text(),
            nearest: Some(text()),
        },
        K::AgreementDuplicateId { id: text() },
        K::AgreementWindowOutsideTerm {
            from: day(),
            to: day(),
            first: day(),
            last: day(),
        },
        K::AgreementImpossibleTarget {
            why: ImpossibleTarget::NoNumber,
            key: text(),
        },
        K::AgreementInvalidValue {
            key: text(),
            value: Some(text()),
            expects: ExpectedForm::Date,
            nearest: Some(text()),
        },
        K::AgreementUnknownSheet {
            sheet: text(),
            nearest: Some(text()),
            choices: text(),
        },
        K::AgreementUnknownHeading {
            heading: text(),
            nearest: Some(text()),
            choices: text(),
        },
        K::AgreementMissingFile { path: text() },
        K::UnreadableWorkbook {
            what: UnreadableReason::Damaged,
            why: text(),
        },
        K::EncryptedWorkbook,
        K::UnsupportedFormat {
            what: ForeignFormat::Html,
        },
        K::ReaderLimit {
            what: ExceededLimit::Rows,
        },
        K::MissingSheet {
            sheet: text(),
            nearest: Some(text()),
        },
        K::MissingHeading {
            heading: text(),
            nearest: Some(text()),
        },
        K::AmbiguousColumns {
            heading: text(),
            choices: Some(text()),
        },
        K::NoWorkbook {
            pattern: text(),
            partner: text(),
        },
        K::CopiedWorkbook {
            original: Some(text()),
        },
        K::StaleCopy {
            original: Some(text()),
            why: NewerReason::Dates,
            alone: 2,
        },
        K::UnfinishedWorkbook,
        K::UnclaimedWorkbook {
            nearest: Some(text()),
        },
        K::ReportedByTwo {
            other: Some(OtherRow {
                partner: text(),
                workbook: text(),
                sheet: text(),
                cell: text(),
            }),
            date: DateSpan::day(day()),
            activity: ActivityId(text()),
        },
        K::DuplicateRow { first: text() },
        K::RepeatedHeading {
            at: RepeatedAt::Form {
                heading: text(),
                cell: text(),
            },
        },
        K::DateOutsideTerm {
            date: DateSpan::day(day()),
            guess: Some(day()),
        },
        K::DatesOutsideTerm {
            date: DateSpan::day(day()),
            cells: text(),
        },
        K::DateInFuture {
            date: DateSpan::day(day()),
        },
        K::MissingDate,
        K::UnreadableDate { text: text() },
        K::AmbiguousDates { text: text() },
        K::UnreadableNumber { text: Some(text()) },
        K::NegativeNumber { text: Some(text()) },
        K::ScaledNumbers {
            text: text(),
            count: 1_000,
        },
        K::UnreadableValue {
            what: ColourDoubt::Meaning,
        },
        K::ErrorCell { text: text() },
        K::TooManyFields { text: text() },
        K::UnreadableTime { text: text() },
        K::FormulaWithoutValue {
            text: IfKnown(Some(text())),
        },
        K::RequirementNotMet {
            headings: text(),
            date: DateSpan::day(day()),
        },
        K::MissingValue { field: text() },
        K::PartlyInside {
            text: WrittenTime::Words(text()),
        },
        K::UnknownPlace { place: text() },
        K::PerhapsNotHeld {
            state: HeldDoubt::CalledOff,
            word: text(),
            at: text(),
        },
        K::UnknownMark {
            text: text(),
            heading: text(),
        },
        K::FigureNotTold,
        K::AmbiguousDate {
            text: text(),
            example: day(),
        },
        K::PerhapsSum {
            date: DateSpan::day(day()),
        },
        K::EqualsSum {
            first: text(),
            last: text(),
        },
        K::PerhapsTotal {
            text: text(),
            why: TotalDoubt::Alone,
        },
        K::PerhapsCumulative { heading: text() },
        K::UncertainDays { heading: text() },
        K::PerhapsComparison { text: text() },
        K::PerhapsCompared { text: text() },
        K::SeveralDays {
            text: text(),
            count: 3,
        },
        K::PerhapsPart { text: text() },
        K::IdentityNumber,
        K::StaleStatement {
            label: text(),
            status: text(),
            updated: day(),
        },
        K::MissingStatement {
            pledge: text(),
            label: text(),
        },
        K::StatementWithoutPledge { label: text() },
        K::StepsWithoutDone,
        K::AnswerWithoutRequest { case: text() },
        K::RepeatedRows {
            other: Some(text()),
            count: 2,
            rows: text(),
            how: Repetition::Same,
        },
        K::UnreadSheet { count: 2 },
        K::UnreadRows { count: 2 },
        K::NearWord {
            word: text(),
            nearest: text(),
        },
        K::WorkbookGone {
            count: 2,
            period: text(),
            partner: IfKnown(None),
        },
        K::ClaimWithoutEvidence {
            pledge: text(),
            status: text(),
        },
        K::EvidenceAgainstClaim {
            pledge: text(),
            status: text(),
        },
        K::MissingMonth {
            partner: text(),
            files: text(),
            month: DateSpan::day(day()),
        },
        K::ChangedFigure {
            what: FigureChange::Changed,
            before: Some(CountedQuantity {
                value: Quantity::whole(4),
                activity: text(),
            }),
            after: Some(CountedQuantity {
                value: Quantity::whole(4),
                activity: text(),
            }),
        },
        K::OpenInterpretation {
            pledge: text(),
            first: WordingMeaning::Average,
            first_gives: Status::Behind,
            second: WordingMeaning::Average,
            second_gives: Status::Behind,
        },
        K::MissingAttachment {
            file: text(),
            role: Role::Chair,
        },
        K::UndeliveredMessage {
            period: text(),
            name: text(),
            answer: Some(text()),
        },
        K::UndeliveredLetter {
            what: text(),
            period: text(),
            name: text(),
            answer: Some(text()),
        },
        K::UncertainDelivery {
            period: text(),
            name: text(),
        },
        K::LapsedRuling {
            why: Lapse::Changed {
                was_date: DateSpan::day(day()),
                was: None,
                now_date: DateSpan::day(day()),
                now: Quantity::ONE,
            },
            by: text(),
            date: day(),
        },
        K::ApproximateNumber {
            text: Some(text()),
            value: Some(Quantity::whole(3)),
        },
        K::AssumedYear {
            year: Year(2023),
            from: YearSource::Title,
        },
        K::NearHeading {
            heading: text(),
            found: text(),
        },
        K::AnswerBeforeRequest {
            answered: DateSpan::day(day()),
            asked: DateSpan::day(day()),
        },
        K::OpenAnswerDay {
            answered: DateSpan::day(day()),
            asked: DateSpan::day(day()),
        },
        K::UnlistedWord {
            word: text(),
            nearest: Some(text()),
        },
        K::TotalDisagrees {
            total: Some(Quantity::whole(3)),
            sum: Some(Quantity::whole(3)),
        },
        K::QuietSource {
            partner: text(),
            files: text(),
            last: Some(day()),
        },
        K::MonthFirstDates { text: text() },
        K::CumulativeNumbers { heading: text() },
        K::UnlabelledSum,
        K::LockFile,
        K::HiddenSheet,
        K::HiddenRows {
            what: HiddenPart::Columns,
            range: text(),
        },
        K::ColourRead {
            colour: StatusColour::Yellow,
            text: text(),
        },
        K::MoreFindings {
            count: 2,
            first: text(),
        },
        K::RowsAddedUp { count: 3, sums: 2 },
        K::LinkedFolder,
        K::RuledOut,
        K::GivenAway { count: 2 },
        K::FewPersons {
            pledge: text(),
            number: Quantity::whole(4),
            limit: 5,
        },
        K::WindowLeftOut {
            pledge: text(),
            window: DateSpan::day(day()),
        },
    ];
    let place = || Place {
        cell: Some("B7".to_owned()),
        ..Place::sheet("polisen/Trafik.xlsx", "Kv1")
    };
    let findings: Vec<Finding> = kinds
        .into_iter()
        .map(|kind| Finding::new(kind, place()))
        .collect();
    let codes: Vec<Code> = findings.iter().map(Finding::code).collect();
    assert_eq!(codes, Code::ALL, "one of each, in their order");
    findings
}
