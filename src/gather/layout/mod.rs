//! One file a shape of sheet.
