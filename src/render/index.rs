//! `index.html`: the start page of an agreement, every version with its state, the newest first.

use chrono::NaiveDate;
use serde::Serialize;

use super::html::Badge;
use super::overview::{state_of, tally_of};
use super::template::{Escape, Templates};
use crate::error::Error;
use crate::model::assessment::Status;
use crate::model::finding::Phrase;
use crate::model::span::Period;
use crate::text::capital;
use crate::wording::Wording;

/// The template's name.
const TEMPLATE: &str = "index.hbs";

/// The content of the start page.
#[derive(Clone, Debug)]
pub(crate) struct StartPage<'a> {
    pub title: &'a str,
    pub municipality: &'a str,
    pub police_area: &'a str,
    pub(crate) versions: Vec<Listed>,
}

/// A listed version.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// Its period.
    pub(crate) period: Period,
    pub(crate) version: u32,
    /// The date of its report.
    pub as_of: Option<NaiveDate>,
    /// The days it was sent.
    pub(crate) sent: Vec<NaiveDate>,
    /// The verdicts of its pledges; none if it cannot be read.
    pub(crate) statuses: Option<Vec<Status>>,
    /// The names of its files for people.
    pub files: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
struct View {
    lang: String,
    kicker: String,
    title: String,
    municipality: String,
    police_area: String,
    heading: String,
    intro: String,
    none: String,
    ui: Words,
    versions: Vec<Row>,
}

/// The headings of the table.
#[derive(Debug, Default, Serialize)]
struct Words {
    skip: String,
    as_of: String,
    sent: String,
}

#[derive(Debug, Default, Serialize)]
struct Row {
    /// «September 2023, version 2».
    heading: String,
    is_latest: bool,
    standing: String,
    as_of: String,
    state: String,
    tally: Vec<Count>,
    sent: String,
    links: Vec<Link>,
}

#[derive(Debug, Default, Serialize)]
struct Count {
    badge: Badge,
    count: usize,
}

#[derive(Debug, Default, Serialize)]
struct Link {
    href: String,
    words: String,
    /// The name of the file's version, for readers who hear the link alone.
    about: String,
}

/// Checks the template against the fields of the page.
///
/// # Errors
/// If it is invalid or names a field that does not exist.
pub(super) fn check(templates: &Templates) -> Result<(), Error> {
    let row = Row {
        tally: vec![Count::default()],
        links: vec![Link::default()],
        ..Row::default()
    };
    let view = View {
        versions: vec![row],
        ..View::default()
    };
    templates.check(TEMPLATE, &view)
}

///
/// # Errors
/// If the template is invalid.
pub(crate) fn render(
    page: StartPage<'_>,
    wording: &Wording,
    templates: &Templates,
) -> Result<Vec<u8>, Error> {
    let mut versions = page.versions;
    versions.sort_by_key(|listed| {
        (
            listed.period.end(),
            listed.period.to_string(),
            listed.version,
        )
    });
    versions.reverse();
    let mut rows: Vec<Row> = Vec::new();
    let mut before = None;
    for listed in &versions {
        let is_latest = before.as_ref() != Some(&listed.period);
        rows.push(row(listed, is_latest, wording));
        before = Some(listed.period.clone());
    }
    let view = View {
        lang: wording.language().to_owned(),
        kicker: wording.text("ui-kicker"),
        title: page.title.to_owned(),
        municipality: page.municipality.to_owned(),
        police_area: page.police_area.to_owned(),
        heading: wording.text("ui-index-title"),
        intro: wording.text("ui-index-intro"),
        none: if rows.is_empty() {
            wording.text("ui-index-none")
        } else {
            String::new()
        },
        ui: Words {
            skip: wording.text("ui-skip"),
            as_of: wording.text("ui-as-of"),
            sent: wording.text("ui-index-sent"),
        },
        versions: rows,
    };
    Ok(templates
        .fill(TEMPLATE, Escape::Html, wording, &view)?
        .into_bytes())
}

fn row(listed: &Listed, is_latest: bool, wording: &Wording) -> Row {
    let tally = tally_of(listed.statuses.iter().flatten().copied());
    let period = wording.period(&listed.period);
    let named = |key: &'static str| {
        wording.phrase(
            &Phrase::new(key)
                .with("period", &period)
                .with("version", listed.version.to_string()),
        )
    };
    let about = named("ui-index-about");
    let days: Vec<String> = listed
        .sent
        .iter()
        .map(|day| wording.day_short(*day))
        .collect();
    let link = |file: &String| Link {
        href: format!("{}/v{}/{file}", listed.period, listed.version),
        words: match file.as_str() {
            "report.html" => wording.text("ui-index-report"),
            "report.pdf" => wording.text("ui-index-pdf"),
            "public/report.html" => wording.text("ui-index-public"),
            "public/details.html" => wording.text("ui-index-public-details"),
            "summary.xlsx" => wording.text("ui-index-workbook"),
            other => other.to_owned(),
        },
        about: about.clone(),
    };
    Row {
        heading: capital(&named("ui-index-heading")),
        is_latest,
        standing: wording.text(if is_latest {
            "ui-index-latest"
        } else {
            "ui-index-replaced"
        }),
        as_of: listed
            .as_of
            .map(|day| wording.day_short(day))
            .unwrap_or_default(),
        state: match listed.statuses {
            Some(_) => state_of(&tally, wording),
            None => wording.text("ui-index-unreadable"),
        },
        tally: tally
            .into_iter()
            .map(|(status, count)| Count {
                badge: Badge::new(status, wording),
                count,
            })
            .collect(),
        sent: if days.is_empty() {
            wording.text("ui-index-not-sent")
        } else {
            days.join(", ")
        },
        links: listed.files.iter().map(link).collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sample;
    use super::*;

    fn page(versions: Vec<Listed>) -> String {
        let page = StartPage {
            title: "Medborgarlöfte Kalix 2022–2023",
            municipality: "Kalix kommun",
            police_area: "Lokalpolisområde Östra Norrbotten",
            versions,
        };
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        String::from_utf8(render(page, &wording, &Templates::default()).unwrap()).unwrap()
    }

    fn listed(period: &str, version: u32, statuses: Option<Vec<Status>>) -> Listed {
        Listed {
            period: period.parse().unwrap(),
            version,
            as_of: Some(sample::day("2023-10-05")),
            sent: Vec::new(),
            statuses,
            files: vec!["report.html".to_owned()],
        }
    }

    #[test]
    fn the_newest_stands_first() {
        let kept = Some(vec![Status::Fulfilled, Status::Behind]);
        let page = page(vec![
            listed("2023-08", 1, kept.clone()),
            listed("2023-09", 1, kept.clone()),
            listed("2023-09", 10, kept.clone()),
            listed("2023-09", 9, None),
        ]);
        let links: Vec<&str> = page
            .split("href=\"2023")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        let order = [
            "-09/v10/report.html",
            "-09/v9/report.html",
            "-09/v1/report.html",
            "-08/v1/report.html",
        ];
        assert_eq!(links, order);
        assert_eq!(page.matches("Senaste versionen").count(), 2);
        assert_eq!(page.matches("Ersatt av en senare version").count(), 2);
        assert!(
            page.contains("2 löften: 1 är uppfyllt och 1 ligger efter."),
            "{page}"
        );
        assert_eq!(page.matches("Versionen går inte att läsa.").count(), 1);
    }

    #[test]
    fn no_version_is_told_in_words() {
        assert!(page(Vec::new()).contains("Ingen uppföljning är gjord än."));
    }
}
