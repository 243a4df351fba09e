//! The form in which what is news is hashed: JSON without colons, with a comma after each value that holds no others. It is
//! written piece by piece, as an edition may hold a hundred thousand requests.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter};
use sha2::{Digest, Sha256};

/// Hashes a value after its name.
///
/// # Errors
/// If it has no form in JSON.
pub(super) fn write_tokens(
    name: &str,
    value: &(impl Serialize + ?Sized),
    hash: &mut Sha256,
) -> Result<(), serde_json::Error> {
    hash.update(serde_json::to_vec(name)?);
    write_value(value, hash)
}

/// Hashes a value without a name.
///
/// # Errors
/// If it has no form in JSON.
pub(super) fn write_value(
    value: &(impl Serialize + ?Sized),
    hash: &mut Sha256,
) -> Result<(), serde_json::Error> {
    let tokens = Tokens::default();
    value.serialize(&mut Serializer::with_formatter(Hashed(hash), tokens))
}

struct Hashed<'a>(&'a mut Sha256);

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Default)]
struct Tokens {
    in_key: bool,
}

/// Defines how values that hold no others are written: as usual, and a comma.
macro_rules! with_comma {
    ($($method:ident $type:ty;)*) => {$(
        fn $method<W: ?Sized + Write>(&mut self, writer: &mut W, value: $type) -> io::Result<()> {
            CompactFormatter.$method(writer, value)?;
            writer.write_all(b",")
        }
    )*};
}

impl Formatter for Tokens {
    with_comma! {
        write_bool bool;
        write_i8 i8;
        write_i16 i16;
        write_i32 i32;
        write_i64 i64;
        write_u8 u8;
        write_u16 u16;
        write_u32 u32;
        write_u64 u64;
        write_f32 f32;
        write_f64 f64;
    }

    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"null,")
    }

    fn end_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let end: &[u8] = if self.in_key { b"\"" } else { b"\"," };
        writer.write_all(end)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, _: &mut W, _: bool) -> io::Result<()> {
        self.in_key = true;
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.in_key = false;
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        Ok(())
    }
}
