//! The names of cells, as spreadsheets give them.

/// The name of a cell, `E5`, from its row and column from 0.
pub fn cell_name(row: usize, column: usize) -> String {
    column_name(column) + &(row + 1).to_string()
}

/// The letters of a column, `E`, from its number from 0.
pub(crate) fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
