//! When a workbook was last saved, as it says itself.

use std::io::{Cursor, Read};

use chrono::NaiveDateTime;

/// The part that says it, and its tag: Office Open XML (ECMA-376 part 2, core properties) and OpenDocument.
const PLACES: [(&str, &str); 2] = [
    ("docProps/core.xml", "dcterms:modified"),
    ("meta.xml", "dc:date"),
];

/// The most of a part that is read. Properties take a few hundred bytes.
const MOST_BYTES: u64 = 1 << 16;

/// When the workbook says that it was last saved, without regard to the time zone; `None` if it is no zip file, or says
/// nothing. Copying a file, a zip file or a network share changes the day of the file, but not this.
pub fn saved(bytes: &[u8]) -> Option<NaiveDateTime> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    PLACES.iter().find_map(|(part, tag)| {
        let mut text = Vec::new();
        archive
            .by_name(part)
            .ok()?
            .take(MOST_BYTES)
            .read_to_end(&mut text)
            .ok()?;
        day_in(&String::from_utf8_lossy(&text), tag)
    })
}

/// The date and time within the first element of this name: `2023-09-01T12:00:00`, and whatever follows.
fn day_in(xml: &str, tag: &str) -> Option<NaiveDateTime> {
    let (_, after) = xml.split_once(&format!("<{tag}"))?;
    let (_, inside) = after.split_once('>')?;
    let digits = inside.trim_start().get(..19)?;
    NaiveDateTime::parse_from_str(digits, "%Y-%m-%dT%H:%M:%S").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_saving_is_found() {
        let office = r#"<cp:coreProperties><dcterms:modified xsi:type="dcterms:W3CDTF">2023-09-01T12:30:05Z</dcterms:modified></cp:coreProperties>"#;
        let open = "<office:meta><dc:date>2023-09-01T12:30:05.123456789</dc:date></office:meta>";
        for (xml, tag) in [(office, "dcterms:modified"), (open, "dc:date")] {
            assert_eq!(
                day_in(xml, tag).map(|day| day.to_string()).as_deref(),
                Some("2023-09-01 12:30:05")
            );
        }
        for broken in [
            "",
            "<dc:date>",
            "<dc:date>å",
            "<dc:date>2023-13-45T12:30:05",
            "<dc:date",
        ] {
            assert_eq!(day_in(broken, "dc:date"), None, "{broken}");
        }
        assert_eq!(saved(b"PK no zip at all"), None);
    }
}
