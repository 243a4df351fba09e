//! The columns that formulas speak of, by their index in each sheet.

/// Of activities.
pub(super) mod activities {
    pub(in super::super) const ACTIVITY: usize = 0;
    pub(in super::super) const FROM: usize = 1;
    pub(in super::super) const LOW: usize = 9;
    pub(in super::super) const HIGH: usize = 10;
}

/// Of what counts.
pub(super) mod counted {
    pub(in super::super) const FROM: usize = 4;
    pub(in super::super) const LOW: usize = 10;
    pub(in super::super) const HIGH: usize = 11;
    pub(in super::super) const PART_LOW: usize = 12;
    pub(in super::super) const PART_HIGH: usize = 13;
    pub(in super::super) const ACTIVITY: usize = 16;
    pub(in super::super) const WINDOW: usize = 17;
    pub(in super::super) const PART: usize = 18;
    pub(in super::super) const LEAST_WHOLE: usize = 19;
    pub(in super::super) const MOST_WHOLE: usize = 20;
    pub(in super::super) const BEFORE: usize = 21;
    pub(in super::super) const GAP: usize = 22;
    pub(in super::super) const LATE: usize = 23;
}

/// Of parts.
pub(super) mod parts {
    pub(in super::super) const FROM: usize = 4;
    pub(in super::super) const DUE: usize = 6;
    pub(in super::super) const DONE: usize = 7;
    pub(in super::super) const REQUIRED: usize = 8;
    pub(in super::super) const LOW: usize = 9;
    pub(in super::super) const HIGH: usize = 10;
    pub(in super::super) const STATUS: usize = 11;
    pub(in super::super) const CAPPED_LOW: usize = 12;
    pub(in super::super) const CAPPED_HIGH: usize = 13;
    pub(in super::super) const HOLDS: usize = 14;
    pub(in super::super) const OVER: usize = 15;
    pub(in super::super) const PART: usize = 16;
    pub(in super::super) const WINDOW: usize = 17;
}

/// Of reckonings.
pub(super) mod reckoning {
    pub(in super::super) const WINDOW: usize = 0;
    pub(in super::super) const PLEDGE: usize = 1;
    pub(in super::super) const DECIDES: usize = 2;
    pub(in super::super) const STATE: usize = 3;
    pub(in super::super) const COVERED: usize = 4;
    pub(in super::super) const INCOMPLETE: usize = 5;
    pub(in super::super) const REQUIRED: usize = 6;
    pub(in super::super) const PACED: usize = 7;
    pub(in super::super) const PASSED: usize = 8;
    pub(in super::super) const ALL: usize = 9;
    pub(in super::super) const LOW: usize = 10;
    pub(in super::super) const HIGH: usize = 11;
    pub(in super::super) const WHOLE_LOW: usize = 12;
    pub(in super::super) const WHOLE_HIGH: usize = 13;
    pub(in super::super) const PACE: usize = 14;
    pub(in super::super) const KEPT: usize = 15;
    pub(in super::super) const LOST: usize = 16;
    pub(in super::super) const CLOSED: usize = 17;
    pub(in super::super) const KEEPS_PACE: usize = 18;
    pub(in super::super) const STATUS: usize = 19;
    pub(in super::super) const OCCASION: usize = 20;
}

/// Of targets.
pub(super) mod targets {
    pub(in super::super) const LOW: usize = 8;
    pub(in super::super) const PROGRESS: usize = 12;
    pub(in super::super) const WINDOW: usize = 17;
}

/// Of pledges.
pub(super) mod pledges {
    pub(in super::super) const NUMBER: usize = 0;
    pub(in super::super) const STATUS: usize = 3;
}
