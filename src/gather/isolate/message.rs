//! What crosses the pipe, as JSON: a question, and a reply.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::gather::glean::Gleaned;
use crate::gather::wire;
use crate::model::finding::Finding;

/// What the process is asked.
#[derive(Debug, Serialize, Deserialize)]
pub struct Question {
    /// The agreement, in whatever form the two ends have agreed on.
    pub agreement: String,
    /// The day the report is made for.
    pub as_of: NaiveDate,
    /// The sources that read the workbook, by their index.
    pub takers: Vec<usize>,
    /// Its name as shown.
    pub shown: String,
    /// The most bytes of memory that may be asked for.
    pub memory: u64,
    /// The most seconds of processor time.
    pub seconds: u64,
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// What the workbook gave.
    Gleaned(Gleaned),
    /// Why it gave nothing.
    Fault(#[serde(with = "wire::finding")] Finding),
}
