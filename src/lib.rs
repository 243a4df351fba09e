//! lofte (Swedish *löfte*, pledge) follows up *medborgarlöften*: the pledges that a local police area and a municipality
//! make to citizens together.
//!
//! An **agreement** is a file of promises. Each **pledge** binds one or more **partners** and sets **targets**. Partners
//! keep their own Excel workbooks. For one **period** this program finds the workbooks, takes each row in by a **sheet
//! mapping** as an **activity**, adds activities up into **outcomes**, and holds every outcome against its target to
//! give an **assessment**, with the reckoning written out. What could not be read or believed becomes a **finding** that
//! names its cell. Assessments and findings make one **report**, rendered as a **version** in several **editions**, laid
//! in an **outbox**, sent as **deliveries** and entered in a **ledger**. Nothing is guessed: a missing number is *not
//! reported*, never zero, and a pledge that cannot be scored says so. `src/command/run.rs` is these sentences as code;
//! start there.
//!
//! ```text
//! agreement.toml ─load→ Checked<Agreement>
//! drop folder    ─gather→ Checked<Gathered{activities, requests, statements, milestones, places, accounts}>
//!                ─assess→ Checked<Vec<Assessment>> ─compose→ Report → Edition ─render(Edition, Wording)→ a version's files
//!                ─deliver→ its messages, what each recipient should have and has, postings ─store→ versions, the ledger
//! ```
//!
//! # Invariants
//!
//! - `model` imports nothing of ours. A stage imports `model`, `error`, and `wording` where it words. `store` keeps bytes and
//!   knows no format. `deliver` makes the messages of a version, so it takes editions from `compose`, has `render` write them,
//!   and reads from `store` what was made and sent; nothing but `command` imports it. `command` joins all of them.
//!   `tests/rules` reads `src/` and checks it.
//! - Every stage but gather's reading and deliver's posting is a pure function: the date, and what the ledger says of
//!   the past, are arguments. Only `command` asks the clock or speaks on the terminal.
//! - Numbers and dates are intervals; a verdict is given only where the whole interval agrees.
//! - *Could not run* is an [`error::Error`]; *ran and found* is a [`model::finding::Finding`].
//! - A workbook is opened in a process of its own with limits (`gather::isolate`): what lies in a folder ends no run.
//! - No identity number passes `privacy`: cells, names of files and the agreement go through it as they are read, logs and
//!   what is told on the terminal as they are written.
//! - Same agreement, workbooks, previous version and dates: the same bytes in every format.

pub mod assess;
pub mod cli;
pub(crate) mod command;
pub mod compose;
pub(crate) mod deliver;
pub mod digest;
pub mod error;
pub mod gather;
pub mod load;
pub mod model;
pub mod privacy;
pub mod render;
pub(crate) mod store;
pub mod text;
pub mod wording;
