//! Who has not reported, in words.

use crate::model::edition::{AbsentWorkbook, Edition};
use crate::model::finding::Phrase;
use crate::model::report::Reporting;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// Who has not reported what, a line a source; or a sentence where everybody has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unreported {
    pub(crate) lines: Vec<String>,
    /// Empty where there are lines.
    pub(crate) none: String,
}

impl Unreported {
    /// Months that are missing, workbooks that are missing, and those that could not be opened.
    pub(super) fn new(edition: &Edition, wording: &Wording) -> Unreported {
        let said = |partner: &str, months: &str, source: &str| {
            unreported(partner, months, title(source), wording)
        };
        let mut lines = unreported_months(edition, |_| true, said, wording);
        for line in workbooks(edition, wording) {
            // In an edition that names no workbooks two lines may be the same.
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let none = match (lines.is_empty(), edition.reporting.is_empty()) {
            (false, _) => String::new(),
            (true, true) => wording.text("ui-unreported-unexpected"),
            (true, false) => wording.text("ui-unreported-none"),
        };
        Unreported { lines, none }
    }
}

/// Missing months, a line a source, said by a function of partner, months and source. Where the edition names no workbook the source is empty.
pub(crate) fn unreported_months(
    edition: &Edition,
    asked: impl Fn(DateSpan) -> bool,
    said: impl Fn(&str, &str, &str) -> String,
    wording: &Wording,
) -> Vec<String> {
    let mut sources: Vec<(&Reporting, Vec<DateSpan>)> = Vec::new();
    let gaps = edition.reporting.iter().filter(|row| !row.received);
    for row in gaps.filter(|row| asked(row.month)) {
        let same = sources
            .iter_mut()
            .find(|(first, _)| first.partner == row.partner && first.source == row.source);
        match same {
            Some((_, months)) => months.push(row.month),
            None => sources.push((row, vec![row.month])),
        }
    }
    let line = |(row, mut months): (&Reporting, Vec<DateSpan>)| {
        months.sort();
        let months = wording.each_month(months.into_iter());
        said(edition.partner_name(&row.partner), &months, &row.source)
    };
    sources.into_iter().map(line).collect()
}

/// «Polisen har inte rapporterat augusti 2023 (Medborgarkontakter).»
pub(crate) fn unreported(partner: &str, months: &str, source: &str, wording: &Wording) -> String {
    // The web edition names no workbook.
    let source = if source.is_empty() { "none" } else { source };
    wording.phrase(
        &Phrase::new("ui-unreported")
            .with("partner", partner)
            .with("source", source)
            .with("months", months),
    )
}

/// Workbooks that are missing or could not be opened, of any partner.
fn workbooks(edition: &Edition, wording: &Wording) -> Vec<String> {
    let line = |absent: &AbsentWorkbook| {
        let key = match (absent.unreadable, absent.gone) {
            (true, _) => "ui-unreported-unreadable",
            (_, true) => "ui-unreported-gone",
            _ => "ui-unreported-no-workbook",
        };
        wording.phrase(
            &Phrase::new(key)
                .with("partner", edition.partner_name(&absent.partner))
                .with("source", absent.workbook.as_deref().map_or("none", title)),
        )
    };
    edition.absent.iter().map(line).collect()
}

/// The name of a workbook for people: without folder, extension and wildcards.
fn title(pattern: &str) -> &str {
    if pattern.is_empty() {
        return pattern;
    }
    let name = pattern.rsplit(['/', '\\']).next().unwrap_or(pattern);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = stem
        .split(['*', '?', '[', '{'])
        .find(|part| !part.trim().is_empty())
        .unwrap_or(pattern);
    plain.trim_matches([' ', '-', '_', '.'])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::model::agreement::Audience;
    use crate::model::finding::{Finding, FindingKind, Place};

    fn unreported_for(
        audience: &Audience,
        change: impl Fn(&mut crate::model::report::Report),
    ) -> Unreported {
        let mut report = sample::report();
        change(&mut report);
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        Unreported::new(&sample::edition(&report, audience), &wording)
    }

    #[test]
    fn workbooks_are_called_what_people_call_them() {
        for (pattern, unreported_for) in [
            ("polisen/Medborgarkontakter*.xlsx", "Medborgarkontakter"),
            ("polisen/*.xlsx", "polisen/*.xlsx"),
            ("**/Logg [0-9].xls", "Logg"),
            ("ANDT 2022-2023.xlsx", "ANDT 2022-2023"),
            ("*_kontakter.xlsx", "kontakter"),
        ] {
            assert_eq!(title(pattern), unreported_for, "{pattern}");
        }
    }

    #[test]
    fn what_is_missing_is_told_month_by_month_and_workbook_by_workbook() {
        let full = unreported_for(&Audience::Full, |report| {
            let source = &report.agreement.sources[0];
            let (line, pattern) = (source.line, source.files.clone());
            report.findings.push(Finding::new(
                FindingKind::NoWorkbook {
                    pattern,
                    partner: "Polisen".to_owned(),
                },
                Place::line(line),
            ));
        });
        assert_eq!(
            full.lines,
            [
                "Polisen har inte rapporterat augusti–september 2023 (Medborgarkontakter).",
                "Kalix kommun: vi kunde inte läsa en arbetsbok (Trasig).",
                "Polisen: ingen arbetsbok är lämnad (Medborgarkontakter)."
            ]
        );
        assert!(full.none.is_empty());
    }

    #[test]
    fn the_web_is_not_told_the_names_of_workbooks_and_a_partner_not_of_others() {
        let public = unreported_for(&Audience::Public, |_| {});
        assert_eq!(
            public.lines,
            [
                "Polisen har inte rapporterat augusti–september 2023.",
                "Kalix kommun: vi kunde inte läsa en arbetsbok."
            ]
        );
        let own = unreported_for(&Audience::Partner("kommunen".to_owned()), |_| {});
        assert_eq!(
            own.lines,
            ["Kalix kommun: vi kunde inte läsa en arbetsbok (Trasig)."]
        );
    }

    #[test]
    fn that_nobody_is_silent_is_said() {
        let nobody = unreported_for(&Audience::Full, |report| {
            report.findings.clear();
            report
                .reporting
                .iter_mut()
                .for_each(|row| row.received = true);
        });
        assert!(
            nobody.lines.is_empty() && nobody.none.starts_with("Alla"),
            "{nobody:?}"
        );
    }
}
