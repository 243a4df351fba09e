//! Texts of a form.

use super::composite::NameForm;
use crate::load::declare::{Input, Takes};
use crate::load::shape::{NameKind, Shape};
use crate::load::tree::Position;
use crate::load::value;
use crate::model::agreement::{Length, Reminder};
use crate::model::finding::{Code, ExpectedForm};

impl Takes for String {
    type Value = String;
    const SHAPE: Shape = Shape::Text;

    fn read(input: Input<'_>) -> Option<String> {
        input.text().map(str::to_owned)
    }

    fn is_blank(text: &String) -> bool {
        text.trim().is_empty()
    }
}

/// Declares texts of a form: the form in words and as a regular expression, how it is read, and what the sentence of a fault
/// asks for.
macro_rules! forms {
    ($( $form:ident -> $value:ty: $words:literal, $pattern:literal, $parse:expr, $expects:ident; )*) => { $(
        pub(in crate::load) enum $form {}

        impl Takes for $form {
            type Value = $value;
            const SHAPE: Shape = Shape::Form($words, $pattern);

            fn read(input: Input<'_>) -> Option<$value> {
                input.parsed($parse, ExpectedForm::$expects)
            }
        }
    )* };
}

forms! {
    Id -> String: "id: letters, digits, `-`, `_`", r"^[^\s./]+$", kept(value::is_id), Id;
    NewActivity -> String: "activity's id", r"\S", kept(value::is_id), Id;
    Line -> String: "text in one line",
        r"^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$", kept(value::is_line), OneLine;
    AnsweredActivity -> String: "activity's id", r"\S", kept(value::is_line), OneLine;
    NewPlaces -> String: "id of a list of places", r"\S", kept(value::is_line), OneLine;
    FieldName -> String: "field", r"\S", kept(value::is_line), OneLine;
    Speaker -> String: "partner's id, or a name", r"\S", kept(value::is_line), OneLine;
    LengthText -> Length: "length: «6 months», «7 days», «5 working days», «2 weeks», «1 year»",
        r"^\s*\d+\s+((working )?days?|dag|dagar|arbetsdag|arbetsdagar|vardag|vardagar|weeks?|vecka|veckor|months?|månad|månader|years?|år)\s*$",
        value::length, Length;
    DayOfMonth -> u32: "day of the month: «day 5»",
        r"^\s*day \s*\d{1,2}\s*$", value::day_of_month, Day;
    ReminderText -> Reminder: "«3 days before» or «day 10»",
        r"^\s*(day \s*\d{1,2}|\d+\s+\S+ before)\s*$", value::reminder, Reminder;
    Cell -> String: "cell: «A5»", r"^[A-Z]{1,3}[1-9]\d{0,6}$", kept(value::is_cell), Cell;
    LanguageTag -> String: "language tag: «fi», «fit», «sv-SE»",
        r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", kept(value::is_language), Language;
    SheetPattern -> String: "pattern of names", r"\S", kept(value::is_pattern), Pattern;
}

/// A pattern of paths: files are found by it as it is written.
pub(in crate::load) enum FilePattern {}

impl Takes for FilePattern {
    type Value = String;
    const SHAPE: Shape = Shape::Form("pattern of paths", r"^[^/\\][^\\]*$");

    fn read(input: Input<'_>) -> Option<String> {
        input.parsed(kept(value::is_file_pattern), ExpectedForm::Pattern)?;
        input.written().map(str::to_owned)
    }
}

/// The path of a file to be read, as it is written.
pub(in crate::load) enum FilePath {}

impl Takes for FilePath {
    type Value = String;
    const SHAPE: Shape = Shape::Text;

    fn read(input: Input<'_>) -> Option<String> {
        input.written().map(str::to_owned)
    }
}

/// What is right as it is written.
fn kept(is_right: impl Fn(&str) -> bool) -> impl Fn(&str) -> Option<String> {
    move |text| is_right(text).then(|| text.to_owned())
}

/// A period; the term decides which there are, so whoever has read it checks.
pub(in crate::load) enum PeriodName {}

impl Takes for PeriodName {
    type Value = String;
    const SHAPE: Shape = Shape::Form(
        "period: «2023-09», «2023-T2», «2023-Q3», «2023-H1», «2023», «term»",
        r"^(term|\d{4}(-(\d{2}|[THQ]\d))?)$",
    );

    fn read(input: Input<'_>) -> Option<String> {
        input.text().map(str::to_owned)
    }
}

/// Texts that are not repeated in faults: what is written there by mistake may be an identity number or a password.
macro_rules! private_forms {
    ($( $form:ident: $words:literal, $pattern:literal, $is_right:expr, $expects:ident; )*) => { $(
        pub(in crate::load) enum $form {}

        impl Takes for $form {
            type Value = String;
            const SHAPE: Shape = Shape::Form($words, $pattern);

            fn read(input: Input<'_>) -> Option<String> {
                let text = input.written()?;
                if $is_right(text) {
                    return Some(text.to_owned());
                }
                input.invalid("", ExpectedForm::$expects)
            }
        }
    )* };
}

private_forms! {
    MailAddress: "mail address", r"^[^@\s<>(),;:]+@[^@\s]+\.[^@\s]+$", value::is_address, Address;
    Host: "name of a server", r"^[A-Za-z0-9.:][A-Za-z0-9.:-]*$", value::is_host, Host;
    PrivateLine: "text in one line", r"^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$", value::is_line, OneLine;
}

/// The code of a finding.
pub(in crate::load) enum FindingCode {}

impl Takes for FindingCode {
    type Value = String;
    const SHAPE: Shape = Shape::Form("code of a finding", r"^[a-z]+(-[a-z]+)*$");

    fn read(input: Input<'_>) -> Option<String> {
        let text = input.text()?;
        let codes = || Code::ALL.iter().map(|code| code.name());
        if codes().any(|code| code == text) {
            return Some(text.to_owned());
        }
        let (at, key) = (input.at(), input.key);
        input
            .faults
            .invalid_word(at, key, text, ExpectedForm::Code, codes());
        None
    }
}

/// Declares texts that are one of the names the agreement gives.
macro_rules! references {
    ($( $reference:ident: $kind:expr, $name:expr, $expects:ident; )*) => { $(
        pub(in crate::load) enum $reference {}

        impl Takes for $reference {
            type Value = String;
            const SHAPE: Shape = Shape::Name($kind);

            fn read(input: Input<'_>) -> Option<String> {
                let name = input.parsed($name, ExpectedForm::$expects)?;
                input.faults.refer($kind, &name, input.at());
                Some(name)
            }
        }
    )* };
}

references! {
    Partner: NameKind::Partner, kept(value::is_line), OneLine;
    Area: NameKind::Area, kept(value::is_line), OneLine;
    IndicatorName: NameKind::Indicator, kept(value::is_line), OneLine;
    CalendarList: NameKind::Calendar, value::calendar_list, Calendar;
}

/// An activity. Which there are is known when the sheets are read, and not every kind of target needs one.
pub(in crate::load) enum ActivityName {}

impl Takes for ActivityName {
    type Value = String;
    const SHAPE: Shape = Shape::Name(NameKind::Activity);

    fn read(input: Input<'_>) -> Option<String> {
        input.text().map(str::to_owned)
    }
}

impl NameForm for Id {
    fn is_right(input: Input<'_>, at: Position) -> bool {
        let is_right = value::is_id(input.key);
        if !is_right {
            input.faults.invalid(at, "id", input.key, ExpectedForm::Id);
        }
        is_right
    }
}

impl NameForm for Partner {
    fn is_right(input: Input<'_>, at: Position) -> bool {
        input.faults.refer(NameKind::Partner, input.key, at);
        true
    }
}
