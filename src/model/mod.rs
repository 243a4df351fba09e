//! Plain data and arithmetic: what every stage takes and gives. No files, no clock, no network, no wording.
//!
//! # Glossary
//!
//! One meaning a word. What is promised:
//!
//! - **agreement**: a file of promises, [`agreement::Agreement`], made by **partners** for a **term**.
//! - **pledge**: one promise in it, for which one or more partners are **responsible**, [`agreement::Pledge`].
//! - **target**: what a pledge can be held against, [`target::Target`]; its **kind** says what is asked, a **threshold** how
//!   much, and a **window** is the time that one verdict is about.
//! - **requirement**: a [`agreement::Condition`] without which an activity is held but does not count.
//! - **interpretation**: the meaning chosen for a wording that leaves several.
//! - **indicator**: a measure beside the pledges, never a verdict, `agreement::Indicator`.
//! - **ruling**: what the parties have decided about a disputed row, [`agreement::Ruling`]; the row is **settled** by it.
//!
//! What is read:
//!
//! - **source**: workbooks of one partner, [`agreement::Source`]; its **frequency** says how often they are kept, a **sheet
//!   mapping** how the rows of a sheet are taken in.
//! - **activity**: one row of something done, [`activity::Activity`]; its **origin** is the cell, a **field** another mapped
//!   cell of the row. **Request**, **statement** and **milestone** are rows of other kinds.
//! - **claim**: what a statement says of its pledge; kept apart from what activities show.
//! - **account**: what became of a workbook and its sheets, [`activity::WorkbookAccount`].
//! - **coverage**: the time for which a source has reported, [`activity::Coverage`].
//! - **finding**: what can be mended in a workbook or in the agreement, [`finding::Finding`]: a **code**, a **severity**, a
//!   **place**, and the data of its kind. Its **fingerprint** says whether it is the same one as before, its **novelty**
//!   whether anybody has been told. A **known finding** is one that the parties have explained.
//!
//! What comes of it:
//!
//! - **amount**: a number in whole 3,600ths; a **quantity** is every amount that a text may mean, [`quantity::Quantity`].
//! - **outcome**: what counts in a window added up, a quantity.
//! - **status**, or verdict: how a window, a target or a pledge stands, [`status::Status`].
//! - **judgement**: what a kind of target says of one window, [`target::Judgement`]; its **reckoning** is the sum written out.
//! - **assessment**: the judgements of all windows and targets of a pledge, [`assessment::Assessment`].
//! - **withheld**: a figure about fewer persons than the agreement lets be told.
//!
//! What is handed over:
//!
//! - **period**: the time a report is about, [`span::Period`]; **E** is its last day; **as-of** the day it is made for.
//! - **report**: everything there is to tell of a period, `report::Report`.
//! - **version**: the folder `v1`, `v2` of a period; **edition**: what one **audience** may see of it, `edition::Edition`.
//! - **message**: what lies in an **outbox** for one **recipient**, `message::OutboxMessage`; a **letter** is a message's text.
//! - **delivery**: what became of a message; it stands in the **ledger**.

pub(crate) mod account;
pub mod activity;
pub(crate) mod address;
pub mod agreement;
pub mod assessment;
pub(crate) mod basis;
pub(crate) mod book;
pub(crate) mod cell_name;
pub(crate) mod edition;
pub mod fields;
pub mod finding;
pub(crate) mod holiday;
pub mod message;
pub mod name;
pub(crate) mod phrase;
pub(crate) mod published;
pub mod quantity;
pub mod report;
pub(crate) mod row_group;
pub mod settings;
pub mod span;
pub(crate) mod starter;
pub mod status;
pub mod target;
pub(crate) mod threshold;
