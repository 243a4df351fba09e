//! Grouping of digits.

use crate::model::quantity::Amount;

/// The signs of a language in numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs {
    /// Before the decimals.
    pub(super) decimal: char,
    /// Between groups of three digits.
    pub(super) thousands: char,
}

impl Default for Signs {
    fn default() -> Signs {
        Signs {
            decimal: ',',
            thousands: '\u{a0}',
        }
    }
}

impl Signs {
    pub(super) fn new(decimal: &str, thousands: &str) -> Signs {
        let default = Signs::default();
        Signs {
            decimal: decimal.chars().next().unwrap_or(default.decimal),
            thousands: thousands.chars().next().unwrap_or(default.thousands),
        }
    }
}

/// «1 234,5»: at most two decimals, without zeros at the end.
pub(super) fn amount(amount: Amount, signs: Signs) -> String {
    let hundredths = amount.in_hundredths();
    let whole = grouped(hundredths / 100, signs.thousands);
    match hundredths % 100 {
        0 => whole,
        rest if rest % 10 == 0 => format!("{whole}{}{}", signs.decimal, rest / 10),
        rest => format!("{whole}{}{rest:02}", signs.decimal),
    }
}

/// «2,9»: one decimal, further ones dropped; «39» of what is whole.
pub(super) fn tenths(amount: Amount, signs: Signs) -> String {
    let hundredths = amount.in_hundredths();
    if hundredths.is_multiple_of(100) {
        return grouped(hundredths / 100, signs.thousands);
    }
    format!(
        "{}{}{}",
        grouped(hundredths / 100, signs.thousands),
        signs.decimal,
        hundredths % 100 / 10
    )
}

/// Digits in groups of three from the right.
pub(super) fn grouped(number: u64, sign: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * sign.len_utf8());
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}
