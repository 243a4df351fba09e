//! What crosses the pipe: a question in JSON, and a reply in packed JSON behind its weight.

use std::io::{Read, Write};

use chrono::NaiveDate;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::model::finding::Finding;

/// What the process is asked.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadRequest {
    /// The agreement, in whatever form the two ends have agreed on.
    pub agreement: String,
    /// The day the report is made for.
    pub as_of: NaiveDate,
    /// The sources that read the workbook, by their index.
    pub(crate) takers: Vec<usize>,
    /// Its name as shown.
    pub shown: String,
    /// The most bytes of memory that may be asked for.
    pub memory: u64,
    /// The most seconds of processor time.
    pub(crate) seconds: u64,
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum ReadReply<T> {
    /// What came of the workbook.
    Done(T),
    /// Why nothing did.
    Fault(Box<Finding>),
}

/// A reply as it comes, packed: few of them are unpacked at once, and those that are too heavy never are.
#[derive(Debug)]
pub(crate) struct Packed {
    /// What it says that it takes in memory, in bytes.
    pub(crate) weight: u64,
    bytes: Vec<u8>,
}

/// What a reply begins with. Another program in the reader's place begins otherwise.
const BEGINNING: &[u8] = b"lofte-1\n";

/// The most bytes that a reply unpacks to.
const LONGEST: u64 = 256 << 20;

impl<T: Serialize> ReadReply<T> {
    /// Writes it. `weight` is what it takes in memory, in bytes.
    ///
    /// # Errors
    /// If nobody listens.
    pub(crate) fn put(&self, weight: u64, mut to: impl Write) -> std::io::Result<()> {
        to.write_all(BEGINNING)?;
        to.write_all(&weight.to_le_bytes())?;
        let mut packer = DeflateEncoder::new(to, Compression::fast());
        serde_json::to_writer(std::io::BufWriter::new(&mut packer), self)?;
        packer.finish()?.flush()
    }
}

impl Packed {
    /// The reply in these bytes; `None` if they are too few.
    pub(super) fn of(bytes: Vec<u8>) -> Option<Packed> {
        let weight = bytes.strip_prefix(BEGINNING)?.get(..8)?.try_into().ok()?;
        Some(Packed {
            weight: u64::from_le_bytes(weight),
            bytes,
        })
    }

    /// How many bytes it has, packed.
    pub(crate) fn length(&self) -> usize {
        self.bytes.len()
    }

    /// Unpacks it; `None` if it is no reply.
    pub(crate) fn open<T: DeserializeOwned>(&self) -> Option<ReadReply<T>> {
        let unpacked = DeflateDecoder::new(self.bytes.get(BEGINNING.len() + 8..)?).take(LONGEST);
        serde_json::from_reader(std::io::BufReader::new(unpacked)).ok()
    }
}
