//! Hashes as they are written in files.

/// Two hexadecimal digits a byte: how hashes are written.
///
/// ```
/// assert_eq!(lofte::digest::hex(&[0, 171]), "00ab");
/// ```
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
