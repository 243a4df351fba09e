//! The headings and labels of the page, and the words and symbols of statuses.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::assessment::Status;
use crate::wording::Wording;

/// The labels a template may use: `ui.skip` is the sentence `ui-skip`.
pub(crate) const LABELS: &[&str] = &[
    "ui-skip",
    "ui-absent",
    "ui-nav",
    "ui-contents",
    "ui-details",
    "ui-details-inside",
    "ui-details-back",
    "ui-kicker",
    "ui-period",
    "ui-as-of",
    "ui-police-area",
    "ui-municipality",
    "ui-version",
    "ui-diary-number",
    "ui-overview",
    "ui-number",
    "ui-attention",
    "ui-small-course-key",
    "ui-changes",
    "ui-unreported-heading",
    "ui-was",
    "ui-now",
    "ui-new",
    "ui-pledges",
    "ui-pledge",
    "ui-responsible",
    "ui-claimed",
    "ui-evidenced",
    "ui-claim-stale",
    "ui-interpretation",
    "ui-remaining",
    "ui-reckoning",
    "ui-parts",
    "ui-part",
    "ui-part-required",
    "ui-part-outcome",
    "ui-part-due",
    "ui-part-done",
    "ui-status",
    "ui-late",
    "ui-withheld",
    "ui-not-counted",
    "ui-reason",
    "ui-evidence",
    "ui-evidence-caption",
    "ui-workbook",
    "ui-sheet",
    "ui-cell",
    "ui-date",
    "ui-value",
    "ui-notes",
    "ui-note-why",
    "ui-note-next",
    "ui-earlier",
    "ui-last-term",
    "ui-indicators",
    "ui-indicator",
    "ui-indicator-source",
    "ui-indicator-scale",
    "ui-indicator-values",
    "ui-findings",
    "ui-mend",
    "ui-parts-in-question",
    "ui-findings-intro",
    "ui-findings-none",
    "ui-finding-place",
    "ui-finding-what",
    "ui-finding-remedy",
    "ui-reporting",
    "ui-reporting-intro",
    "ui-reporting-none",
    "ui-reporting-source",
    "ui-retroactive",
    "ui-turned",
    "ui-retroactive-intro",
    "ui-retroactive-none",
    "ui-before",
    "ui-after",
    "ui-change",
    "ui-method",
    "ui-interpretations",
    "ui-interpretations-none",
    "ui-definitions",
    "ui-rulings",
    "ui-background",
    "ui-success",
    "ui-reporting-way",
    "ui-sources",
    "ui-sources-intro",
    "ui-sources-none",
    "ui-rows-read",
    "ui-rows-used",
    "ui-rows-skipped",
    "ui-rows-rejected",
    "ui-hash",
    "ui-partner",
    "ui-footer",
    "ui-to-top",
    "ui-legend",
    "ui-table",
    "ui-course",
    "ui-course-basis",
    "ui-chart-figures",
    "ui-month",
    "ui-place",
    "ui-places",
    "ui-places-caption",
    "ui-asked-then",
];

/// The labels by the names that templates use: without `ui-`, with `_` for `-`.
pub(crate) fn labels(wording: &Wording) -> BTreeMap<String, String> {
    let name = |key: &str| key.trim_start_matches("ui-").replace('-', "_");
    LABELS
        .iter()
        .map(|key| (name(key), wording.text(key)))
        .collect()
}

/// A status as a word beside a symbol; the colour comes from the stylesheet, by name.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Badge {
    /// The status' stable name, for the stylesheet.
    pub name: &'static str,
    /// Its word.
    pub(crate) word: String,
    /// A word beside it: «bråttom». Empty if there is none.
    pub(crate) flag: String,
    /// The lines of its symbol, in a square of 16.
    pub(crate) path: &'static str,
}

impl Badge {
    /// The badge of a status.
    pub(crate) fn new(status: Status, wording: &Wording) -> Badge {
        Badge {
            name: status.name(),
            word: wording.status(status),
            flag: String::new(),
            path: path(status),
        }
    }

    /// The same with the word beside it, where what remains is urgent.
    pub(crate) fn flagged(status: Status, is_urgent: bool, wording: &Wording) -> Badge {
        Badge {
            flag: if is_urgent {
                wording.text("ui-urgent")
            } else {
                String::new()
            },
            ..Badge::new(status, wording)
        }
    }
}

/// The lines of a status' symbol, distinguishable by shape alone.
fn path(status: Status) -> &'static str {
    match status {
        Status::Fulfilled => "M3 8.5l3.2 3.2L13 4.8",
        Status::OnTrack => "M2.5 8h10M9 4.2L12.8 8 9 11.8",
        Status::Behind => "M8 2.8v6.4M8 12.6v.6",
        Status::NotFulfilled => "M4 4l8 8M12 4l-8 8",
        Status::Partial => "M3 8h10M8 3v10",
        Status::Undecided => {
            "M5.2 5.6C5.4 3.9 6.5 3 8 3c1.7 0 2.8 1 2.8 2.4 0 2.2-2.8 2.2-2.8 4.4M8 12.6v.6"
        }
        Status::NotReported => "M3 8h.6M7.7 8h.6M12.4 8h.6",
        Status::Withheld => "M4 7.5h8v5H4zM5.7 7.5V5.6a2.3 2.3 0 0 1 4.6 0v1.9",
        Status::NotStarted => "M8 3.5a4.5 4.5 0 1 0 .01 0z",
        Status::NoNeed => "M3.5 8h9",
        Status::Described => "M3 4.5h10M3 8h10M3 11.5h6",
    }
}

/// A character for a status, for letters, which have no drawing.
pub(crate) fn sign(status: Status) -> &'static str {
    match status {
        Status::Fulfilled => "✓",
        Status::OnTrack => "→",
        Status::Behind => "!",
        Status::NotFulfilled => "✕",
        Status::Partial => "◐",
        Status::Undecided => "?",
        Status::NotReported => "…",
        Status::Withheld => "×",
        Status::NotStarted => "○",
        Status::NoNeed => "–",
        Status::Described => "≡",
    }
}

/// The light colour behind a status in a drawing, as in the stylesheet.
pub(crate) fn tint(status: Status) -> &'static str {
    match status {
        Status::Fulfilled => "#e2f1e8",
        Status::OnTrack => "#e2eef8",
        Status::Behind => "#fdefd3",
        Status::NotFulfilled => "#fbe5e7",
        Status::Partial => "#fbe9dd",
        Status::Undecided => "#edeaf6",
        Status::NotReported => "#f1ebe3",
        Status::Withheld | Status::NotStarted | Status::NoNeed | Status::Described => "#eceff2",
    }
}

/// The dark colour of a status, as in the stylesheet, for drawings and letters.
pub(crate) fn tone(status: Status) -> &'static str {
    match status {
        Status::Fulfilled => "#1a6640",
        Status::OnTrack => "#1a5a90",
        Status::Behind => "#7d4700",
        Status::NotFulfilled => "#9a1b2b",
        Status::Partial => "#8a3a12",
        Status::Undecided => "#5a4689",
        Status::NotReported => "#5d5146",
        Status::Withheld | Status::NotStarted | Status::NoNeed | Status::Described => "#47525c",
    }
}
