//! Hashes as they are written in files.

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// Two hexadecimal digits a byte: how hashes are written.
///
/// ```
/// assert_eq!(lofte::digest::hex(&[0, 171]), "00ab");
/// ```
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(DIGITS[usize::from(half & 15)]);
    let digits = bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)]);
    digits.collect()
}
