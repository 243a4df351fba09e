//! One date as it is written.

/// A day, a month or a week, whole or in part: «3» of «3–5 maj».
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Part {
    pub(in super::super) year: Option<i32>,
    pub(in super::super) month: Option<u32>,
    /// How many months from `month` on, where it is a quarter, a third or a half of a year.
    pub(in super::super) months: Option<u32>,
    pub(in super::super) day: Option<u32>,
    pub(in super::super) week: Option<u32>,
    /// A number alone, a day or a week by what stands beside it.
    pub(in super::super) bare: Option<u32>,
}

impl Part {
    /// Makes a number that stands alone a day or a week, like what stands beside it.
    pub(in super::super) fn take_after(&mut self, beside: Option<Part>) {
        match (self.bare, beside) {
            (Some(number), Some(Part { week: Some(_), .. })) => {
                (self.bare, self.week) = (None, Some(number))
            }
            (
                Some(number),
                Some(Part {
                    day: Some(_),
                    month: Some(month),
                    ..
                }),
            ) => {
                (self.bare, self.day, self.month) = (None, Some(number), Some(month));
            }
            _ => {}
        }
    }

    /// Whether both can stand in one list: days with days, weeks with weeks, months with months.
    pub(super) fn goes_with(&self, other: &Part) -> bool {
        let kind = |part: &Part| (part.week.is_some(), part.day.is_some());
        self.bare.is_some() || other.bare.is_some() || kind(self) == kind(other)
    }
}

/// A number of at most `length` digits.
pub(super) fn digits(text: &str, length: usize) -> Option<u32> {
    let fits = (1..=length).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}
