//! What crosses the pipes: questions in JSON behind their length, and replies in packed JSON behind their weight.

use std::ffi::OsString;
use std::io::{Error, ErrorKind, Read, Write};

use chrono::NaiveDate;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::gather::layout::RowDetail;
use crate::model::finding::Finding;
use crate::text::read_json;

/// What a reader is asked about one workbook.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadRequest {
    /// Which agreement it is read for.
    pub(crate) agreement: AskedFor,
    /// The day the report is made for.
    pub as_of: NaiveDate,
    /// The sources that read the workbook, by their index.
    pub(crate) read_by: Vec<usize>,
    /// How long a log is whose rows are known one by one.
    pub(crate) detail: RowDetail,
    /// Its name as shown.
    pub shown: String,
    /// Where it lies.
    pub path: OsString,
    /// The most bytes of memory that may be asked for.
    pub memory: u64,
    /// The most seconds of processor time, for this workbook.
    pub(crate) seconds: u64,
}

/// An agreement that a workbook is read for.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum AskedFor {
    /// One that the reader does not know, in whatever form the two ends have agreed on.
    New(String),
    /// The one at this place among those that it knows, both ends' [`KnownAgreements`](super::known::KnownAgreements).
    Known(usize),
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum ReadReply<T> {
    /// What came of the workbook.
    Done(T),
    /// Why nothing did.
    Fault(Box<Finding>),
}

/// What stands before a reply, and is known of it without unpacking it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReplyHead {
    /// What it says that it takes in memory, in bytes.
    pub(crate) weight: u64,
    /// SHA-256 of the workbook's bytes that were read, hexadecimal; none if it could not be read.
    pub(crate) sha256: Option<String>,
    /// From which day on, and before which, the report may be made for the same to come out.
    pub(crate) same_days: (Option<NaiveDate>, Option<NaiveDate>),
    /// Whether the reader is to be replaced by a new one.
    pub(crate) spent: bool,
}

/// A reply as it comes, packed: few of them are unpacked at once, and those that are too heavy never are.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) head: ReplyHead,
    bytes: Vec<u8>,
}

/// What a reply begins with. Another program in the reader's place begins otherwise.
const BEGINNING: &[u8; 8] = b"lofte-3\n";

/// The most bytes that a reply unpacks to.
const LONGEST: u64 = 256 << 20;

/// The most bytes that a question may have: the texts of an agreement.
const LONGEST_QUESTION: u32 = 64 << 20;

/// The most bytes that a packed answer may have.
const MOST_PACKED: u64 = 8 << 20;

/// The most bytes that the head of an answer may have.
const LONGEST_HEAD: u64 = 4096;

/// What came out of a reader.
#[derive(Debug)]
pub(super) enum Heard {
    /// An answer.
    Reply(Packed),
    /// More than an answer may be.
    TooLong,
    /// Something else, to its end.
    Nonsense,
}

impl ReadRequest {
    /// The bytes that [`ReadRequest::hear`] hears.
    ///
    /// # Errors
    /// If it is too long.
    pub(super) fn bytes(&self) -> std::io::Result<Vec<u8>> {
        let text = serde_json::to_vec(self)?;
        let length = u32::try_from(text.len()).ok();
        let length = length.filter(|length| *length <= LONGEST_QUESTION);
        let length = length.ok_or_else(|| Error::from(ErrorKind::FileTooLarge))?;
        let mut bytes = length.to_le_bytes().to_vec();
        bytes.extend(text);
        Ok(bytes)
    }

    /// The next question; `None` if there are no more.
    ///
    /// # Errors
    /// If it cannot be understood.
    pub(super) fn hear(mut from: impl Read) -> std::io::Result<Option<ReadRequest>> {
        let mut length = [0; 4];
        match from.read_exact(&mut length) {
            Err(fault) if fault.kind() == ErrorKind::UnexpectedEof => return Ok(None),
            heard => heard?,
        }
        let length = u32::from_le_bytes(length);
        if length > LONGEST_QUESTION {
            return Err(Error::from(ErrorKind::InvalidData));
        }
        let mut text = Vec::new();
        from.take(u64::from(length)).read_to_end(&mut text)?;
        Ok(Some(serde_json::from_slice(&text)?))
    }
}

impl<T: Serialize> ReadReply<T> {
    /// Writes it behind its head.
    ///
    /// # Errors
    /// If nobody listens.
    pub(crate) fn put(&self, head: ReplyHead, to: impl Write) -> std::io::Result<()> {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
        serde_json::to_writer(std::io::BufWriter::new(&mut packer), self)?;
        let bytes = packer.finish()?;
        Packed { head, bytes }.put(to)
    }
}

impl Packed {
    /// Hears an answer. What is no answer is heard to its end, or until it is too long: who says it is told by how it ends.
    ///
    /// # Errors
    /// If nothing comes any more.
    pub(super) fn hear(mut from: impl Read) -> std::io::Result<Heard> {
        let mut beginning = [0; BEGINNING.len()];
        let mut heard = 0;
        while heard < beginning.len() {
            match from.read(beginning.get_mut(heard..).unwrap_or_default()) {
                Ok(0) if heard == 0 => return Err(Error::from(ErrorKind::UnexpectedEof)),
                Ok(0) => break,
                Ok(length) => heard += length,
                Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                Err(fault) => return Err(fault),
            }
        }
        if beginning != *BEGINNING {
            let rest = std::io::copy(&mut from.take(MOST_PACKED), &mut std::io::sink())?;
            return Ok(if rest >= MOST_PACKED {
                Heard::TooLong
            } else {
                Heard::Nonsense
            });
        }
        let Ok(head) = serde_json::from_slice(&piece(&mut from, LONGEST_HEAD)?.unwrap_or_default())
        else {
            return Ok(Heard::TooLong);
        };
        Ok(match piece(&mut from, MOST_PACKED)? {
            Some(bytes) => Heard::Reply(Packed { head, bytes }),
            None => Heard::TooLong,
        })
    }

    /// The reply in these bytes, which [`Packed::put`] has written.
    pub(super) fn of(bytes: &[u8]) -> Option<Packed> {
        match Packed::hear(bytes) {
            Ok(Heard::Reply(packed)) => Some(packed),
            _ => None,
        }
    }

    /// Writes what [`Packed::hear`] hears.
    ///
    /// # Errors
    /// If nobody listens.
    pub(super) fn put(&self, mut to: impl Write) -> std::io::Result<()> {
        to.write_all(BEGINNING)?;
        for piece in [&serde_json::to_vec(&self.head)?, &self.bytes] {
            to.write_all(&(piece.len() as u64).to_le_bytes())?;
            to.write_all(piece)?;
        }
        to.flush()
    }

    /// How many bytes it has, packed.
    pub(crate) fn length(&self) -> usize {
        self.bytes.len()
    }

    /// Unpacks it; `None` if it is no reply.
    pub(crate) fn open<T: DeserializeOwned>(&self) -> Option<ReadReply<T>> {
        let unpacked = DeflateDecoder::new(self.bytes.as_slice()).take(LONGEST);
        read_json(unpacked).ok()
    }
}

/// The bytes behind their length; `None` if they are more than `most`.
fn piece(mut from: impl Read, most: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > most {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    if from.take(length).read_to_end(&mut bytes)? as u64 != length {
        return Err(Error::from(ErrorKind::UnexpectedEof));
    }
    Ok(Some(bytes))
}
