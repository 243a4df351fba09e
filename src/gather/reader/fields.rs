//! The rows and fields of a table in plain text, by RFC 4180 and its common deviations.

use std::collections::{BTreeMap, BTreeSet};

use super::convert::text_cell;
use super::fault::{Fault, MOST_CELLS};
use crate::gather::cell::Cell;

/// The rows of a text whose fields are separated by `separator`.
pub(super) fn rows(text: &str, separator: char) -> Result<Vec<Vec<Cell>>, Fault> {
    let mark = quotation_mark(text, separator);
    let mut rows = split(text, (separator, mark))?;
    let usual = usual_width(&rows);
    if let Some(width) = usual {
        rows = rows
            .into_iter()
            .flat_map(|row| swallowed(&row, width, separator).unwrap_or_else(|| vec![row]))
            .collect();
    }
    for row in &mut rows {
        if let Some(parted) = usual.and_then(|width| parted_otherwise(row, width, separator)) {
            *row = parted;
        }
    }
    let width = usual_width(&rows).max(heading_width(&rows));
    let fields = heading_fields(&rows);
    let full = full_width(&rows, fields);
    let shifted = shifted(&rows, separator);
    let width_of = |row: &[String]| match fields {
        Some(fields) if exceeds(row, fields) => Some(fields),
        _ => width,
    };
    Ok(rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            if shifted.contains(&at) {
                let width = filled(&row) - 1;
                return cells(row, Some(width), separator);
            }
            if full.is_some_and(|full| (2..full).contains(&row.len())) {
                // Which of its headings a field belongs under, nobody knows.
                let whole = row.join(&separator.to_string());
                let mut known: Vec<Cell> = row.iter().map(|field| text_cell(field)).collect();
                known.resize(full.unwrap_or_default(), Cell::Error(whole));
                return known;
            }
            let width = width_of(&row);
            cells(row, width, separator)
        })
        .collect())
}

/// The rows of one whose quotation marks have taken lines into a field, where each of those lines has the fields of a row.
fn swallowed(row: &[String], width: usize, separator: char) -> Option<Vec<Vec<String>>> {
    let broken = |field: &String| field.contains(['\n', '\r']) && field.contains(separator);
    if width < 2 || !row.iter().any(broken) {
        return None;
    }
    let whole = row.join(&separator.to_string()).replace("\r\n", "\n");
    let lines = whole.split(['\n', '\r']).filter(|line| !line.is_empty());
    let lines: Vec<Vec<String>> = lines
        .map(|line| line.split(separator).map(str::to_owned).collect())
        .collect();
    let is_row = |line: &Vec<String>| line.len() == width;
    (lines.len() > 1 && lines.iter().all(is_row)).then_some(lines)
}

/// How many fields every row has, from the headings on, but for one of five that has fewer; none if they differ, as where blanks
/// at the end are left out.
fn full_width(rows: &[Vec<String>], fields: Option<usize>) -> Option<usize> {
    let fields = fields.filter(|fields| *fields > 2)?;
    let headings = rows.iter().position(|row| row.len() == fields)?;
    // Under a blank heading nothing need stand.
    let fields = rows
        .get(headings)
        .map(|row| filled(row))
        .filter(|fields| *fields > 2)?;
    let several = rows.iter().skip(headings + 1).filter(|row| row.len() > 1);
    let (full, fewer): (Vec<_>, Vec<_>) = several.partition(|row| row.len() >= fields);
    (!fewer.is_empty() && fewer.len() * 4 <= full.len()).then_some(fields)
}

/// Rows with no more fields than there are headings, and a separator in a text all the same: its number has come to stand under
/// a heading of words. A blank begins one of its fields as it does in no other row («Väg 10, 40»), or the number before is cut
/// in two («3,5»).
fn shifted(rows: &[Vec<String>], separator: char) -> BTreeSet<usize> {
    let is_number = |field: &str| {
        let field = field.trim();
        !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit())
    };
    let begins_blank = |row: &Vec<String>| {
        let mut fields = row.iter().skip(1);
        fields.any(|field| field.starts_with(' ') && !field.trim().is_empty())
    };
    let only_blank = rows.iter().filter(|row| begins_blank(row)).count() == 1;
    let is_words = |field: &str| {
        field.chars().any(char::is_alphabetic) && !field.bytes().any(|sign| sign.is_ascii_digit())
    };
    // How many fields of each column are a number, and how many words, below the headings.
    let mut columns: Vec<(usize, usize)> = Vec::new();
    let begins_number = |field: &String| {
        field
            .trim_start()
            .starts_with(|sign: char| sign.is_ascii_digit())
    };
    let is_header = |row: &&Vec<String>| !row.iter().any(begins_number);
    for row in rows.iter().skip(1).filter(|row| !is_header(row)) {
        columns.resize(columns.len().max(row.len()), (0, 0));
        for (field, (numbers, words)) in row.iter().zip(&mut columns) {
            *numbers += usize::from(is_number(field));
            *words += usize::from(is_words(field));
        }
    }
    let is_shifted = |row: &Vec<String>| {
        let last = filled(row).checked_sub(1).filter(|last| *last >= 2)?;
        let (before, number) = (row.get(last - 1)?, row.get(last)?);
        let blank = only_blank && begins_blank(row);
        let cut = separator == ',' && is_number(before) && number.trim().len() <= 2;
        let ((mut usual, _), (numbers, words)) = (*columns.get(last - 1)?, *columns.get(last)?);
        usual -= usize::from(is_number(before));
        // Under its heading others have words, or there is none; under the one before they have numbers.
        let is_alone = is_number(number) && numbers == 1 && usual >= 2 && usual * 4 > rows.len();
        let is_headed = || rows.iter().filter(|row| filled(row) > last).count() > 1;
        (is_alone && (words > 0 && (blank || cut) || blank && !is_headed())).then_some(())
    };
    let rows = rows.iter().enumerate().skip(1);
    rows.filter(|(_, row)| is_shifted(row).is_some())
        .map(|(at, _)| at)
        .collect()
}

/// The mark about fields: single ones where there are no others and all that begin a field end one too. «'2025-03-04», as
/// Excel marks a text, has none at its end.
fn quotation_mark(text: &str, separator: char) -> char {
    if text.contains('"') {
        return '"';
    }
    let fields = text.split([separator, '\r', '\n']).map(str::trim);
    let (begin, end) = fields.fold((0, 0), |(begin, end), field| {
        let some = field.len() > 1;
        let begins = some && field.starts_with('\'');
        let ends = some && field.ends_with('\'');
        (begin + usize::from(begins), end + usize::from(ends))
    });
    match begin >= 2 && begin == end {
        true => '\'',
        false => '"',
    }
}

/// The rows of fields, by the separator and the mark about fields that have one in them.
fn split(text: &str, (separator, mark): (char, char)) -> Result<Vec<Vec<String>>, Fault> {
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut rest = text;
    let mut held = 0usize;
    while !rest.is_empty() {
        let (field, after) =
            quoted(rest, separator, mark).unwrap_or_else(|| unquoted(rest, separator));
        row.push(field);
        held += 1;
        if held > MOST_CELLS {
            return Err(Fault::TooLarge);
        }
        if let Some(next) = after.strip_prefix(separator) {
            rest = next;
            if rest.is_empty() {
                row.push(String::new());
            }
            continue;
        }
        rows.push(std::mem::take(&mut row));
        rest = after
            .strip_prefix("\r\n")
            .or_else(|| after.strip_prefix(['\r', '\n']))
            .unwrap_or(after);
    }
    if !row.is_empty() {
        rows.push(row);
    }
    Ok(rows)
}

/// A field up to the next separator or line break, and what follows it.
fn unquoted(text: &str, separator: char) -> (String, &str) {
    let end = text.find([separator, '\r', '\n']).unwrap_or(text.len());
    let (field, after) = text.split_at(end);
    (field.to_owned(), after)
}

/// A quoted field. `None` if it is not quoted or the quote is never closed: then the quotation mark is an ordinary
/// character, and does not absorb the rows below.
fn quoted(text: &str, separator: char, mark: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix(mark)?;
    let mut field = String::new();
    loop {
        let (before, after) = rest.split_once(mark)?;
        field.push_str(before);
        if let Some(doubled) = after.strip_prefix(mark) {
            field.push(mark);
            rest = doubled;
            continue;
        }
        let end = after.trim_start_matches([' ', '\u{a0}']);
        if end.is_empty() || end.starts_with([separator, '\r', '\n']) {
            return Some((field, end));
        }
        // A mark within the words of one line is part of them; below a line break it opens another field.
        if field.contains(['\r', '\n']) {
            return None;
        }
        field.push(mark);
        rest = after;
    }
}

/// The fields of a row that stands in one, by another separator or in quotation marks as a whole, if there are as many as in
/// the other rows: lines of two exports below each other. A comma before a blank is prose.
fn parted_otherwise(row: &[String], width: usize, own: char) -> Option<Vec<String>> {
    let mut all = row.iter().filter(|field| !field.trim().is_empty());
    let (Some(field), None, true) = (all.next(), all.next(), width > 1) else {
        return None;
    };
    let begins = field.chars().next()?;
    [';', '\t', ',', '|'].into_iter().find_map(|separator| {
        let is_prose = separator == ',' && field.contains(", ");
        // Words alone in a row are a title or a note.
        if is_prose || field.contains(['\n', '\r']) || !(begins.is_ascii_digit() || width > 2) {
            return None;
        }
        let mut parted = split(field, (separator, '"')).ok()?;
        let only = parted.pop().filter(|_| parted.is_empty())?;
        let fits = only.len() == width || separator == own && (2..width).contains(&only.len());
        fits.then_some(only)
    })
}

/// The most common number of fields, among rows with several.
fn usual_width(rows: &[Vec<String>]) -> Option<usize> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.len() > 1) {
        *widths.entry(row.len()).or_default() += 1;
    }
    let all: usize = widths.values().sum();
    widths
        .into_iter()
        .find(|(_, rows)| rows * 2 > all)
        .map(|(width, _)| width)
}

/// The number of fields of the widest of the first rows, before any with a number or a date: the headings, of which
/// the last may have nothing under them.
fn heading_width(rows: &[Vec<String>]) -> Option<usize> {
    let is_words = |row: &&Vec<String>| {
        row.iter().all(|field| {
            !field
                .trim_start()
                .starts_with(|sign: char| sign.is_ascii_digit())
        })
    };
    let headings = rows.iter().position(|row| !is_words(&row))?;
    rows.iter().take(headings).map(|row| filled(row)).max()
}

/// How many fields the row of headings has, blank ones too.
fn heading_fields(rows: &[Vec<String>]) -> Option<usize> {
    let width = heading_width(rows).filter(|width| *width > 1)?;
    let headings = rows.iter().find(|row| filled(row) == width)?;
    Some(headings.len())
}

/// Whether a row has more fields than its header, and no words in those beyond it: a separator may stand in a text, so that
/// every field is one off. What is written beside the table is words.
fn exceeds(row: &[String], headings: usize) -> bool {
    let beyond = row.get(headings..).unwrap_or_default();
    let has_words = |field: &String| field.chars().any(char::is_alphabetic);
    filled(row) > headings && !beyond.iter().any(has_words)
}

/// The number of fields of a row without its blank ones at the end.
fn filled(row: &[String]) -> usize {
    row.iter()
        .rposition(|field| !field.trim().is_empty())
        .map_or(0, |last| last + 1)
}

/// The cells of a row. If it has more fields than the others, a separator stands in a text. A comma followed by a
/// blank is one; where that does not explain it, no field's column is known, and the row is an error in each.
fn cells(row: Vec<String>, width: Option<usize>, separator: char) -> Vec<Cell> {
    let filled = filled(&row);
    let fields = row.get(..filled).unwrap_or_default();
    let Some(width) = width.filter(|width| filled > *width) else {
        return trimmed(fields.iter().map(|field| text_cell(field)).collect());
    };
    let mut joined: Vec<String> = Vec::new();
    for field in fields {
        match joined.last_mut() {
            Some(last) if separator == ',' && field.starts_with(' ') => {
                last.push(',');
                last.push_str(field);
            }
            _ => joined.push(field.clone()),
        }
    }
    if joined.len() == width {
        return trimmed(joined.iter().map(|field| text_cell(field)).collect());
    }
    let whole = fields.join(&separator.to_string());
    vec![Cell::Error(whole); width]
}

/// The row without the empty cells at its end.
fn trimmed(mut row: Vec<Cell>) -> Vec<Cell> {
    let filled = row
        .iter()
        .rposition(|cell| *cell != Cell::Empty)
        .map_or(0, |last| last + 1);
    row.truncate(filled);
    row
}
