//! To whom the result goes, and when.

use serde::{Deserialize, Serialize};

/// When results go out, `[delivery]`.
#[derive(Clone, Debug, Default)]
pub struct DeliveryRules {
    /// At once, when complete, or after approval.
    pub(crate) release: Release,
    /// The role that approves.
    pub(crate) approver: Option<Role>,
    /// When partners are reminded.
    pub(crate) reminders: Vec<Reminder>,
    /// The last day of the month on which an incomplete report still waits.
    pub(crate) until: Option<u32>,
    /// The number the registrar gave the matter.
    pub(crate) diary_number: Option<String>,
}

/// When a partner is reminded of what it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reminder {
    /// So many days before the day it is due.
    DaysBefore(u32),
    /// On that day of the month in which it is due.
    OnDay(u32),
}

/// What a version waits for before it is mailed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// Nothing.
    #[default]
    AtOnce,
    /// Missing and unreadable workbooks.
    WhenComplete,
    /// The approver's word.
    AfterApproval,
}

/// Somebody who gets the result, `[[recipient]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Name in the letter's head.
    pub name: String,
    /// In what capacity.
    pub(crate) role: Role,
    /// The mail address.
    pub(crate) address: String,
    /// What it gets.
    pub(crate) audience: Audience,
    /// The files attached, by the names of the version's folder.
    pub(crate) attach: Vec<String>,
    /// The partner it belongs to, where it gets a partner's edition.
    pub partner: Option<String>,
}

impl Recipient {
    /// What goes with a letter, as far as the edition has it, where the agreement does not say.
    pub(crate) const USUALLY_ATTACHED: [&str; 2] = ["report.pdf", "summary.xlsx"];
}

/// The capacity in which somebody gets the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The chief of the local police area.
    Chief,
    /// The municipal council or its commissioner.
    Council,
    /// The chair of the local Brå.
    Chair,
    Partner,
    Registrar,
    /// Whoever puts it on the web.
    Web,
}

/// Whom an edition of a version is made for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everything.
    #[default]
    Full,
    /// For the web: no names, no remarks, no findings.
    Public,
    /// What one partner must know and mend.
    Partner(String),
}

impl Audience {
    /// Its stable name: `full`, `public`, `partner:polisen`.
    pub fn label(&self) -> String {
        match self {
            Audience::Full => "full".to_owned(),
            Audience::Public => "public".to_owned(),
            Audience::Partner(id) => format!("partner:{id}"),
        }
    }
}

impl Role {
    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Role::Chief => "chief",
            Role::Council => "council",
            Role::Chair => "chair",
            Role::Partner => "partner",
            Role::Registrar => "registrar",
            Role::Web => "web",
        }
    }
}
