//! Plain data and arithmetic: what every stage takes and gives. No files, no clock, no network, no wording.
//!
//! # Glossary
//!
//! One meaning a word:
//!
//! - **agreement**: a file of promises, [`agreement::Agreement`], for a **term**.
//! - **pledge**: one promise in it, of one or more **partners**.
//! - **target**: what a pledge can be held against, [`target::Target`]; a **window** is the time it is judged over.
//! - **source**: workbooks of one partner; a **sheet mapping** says how a sheet's rows are taken in.
//! - **activity**: one row of something done, [`activity::Activity`]; its **origin** is the cell.
//! - **outcome**: activities of a window added up, a [`quantity::Quantity`].
//! - **assessment**: an outcome held against its target: a **status** and a **reckoning**, [`assessment`].
//! - **statement**: what an owner **claims**; kept apart from what is **evidenced**.
//! - **finding**: what can be mended in a workbook or in the agreement, [`finding::Finding`].
//! - **period**: the time a report is about; **E** is its last day; **as-of** the day it is made for.
//! - **version**: the folder `v1`, `v2` of a period; **edition**: what one kind of reader gets from it.
//! - **message**: what lies in an **outbox**, [`message::OutboxMessage`]; what became of it is a **delivery**, in the **ledger**.
//! - **interpretation**: the meaning chosen for a wording that leaves several.

pub mod activity;
pub mod address;
pub mod agreement;
pub mod assessment;
pub mod edition;
pub mod fields;
pub mod finding;
pub mod message;
pub mod name;
pub mod phrase;
pub mod quantity;
pub mod report;
pub mod settings;
pub mod span;
pub mod status;
pub mod target;
pub mod threshold;
