//! The agreement that a scene is read by.

use super::scene::{Scene, Shape};

impl Scene {
    pub(super) fn agreement(&self) -> String {
        let (layout, columns) = match self.shape {
            Shape::Occasions => ("log", "date = \"Datum\", place = \"Plats\""),
            Shape::Counts => (
                "log",
                "date = \"Datum\", place = \"Plats\", count = \"Antal\"",
            ),
            Shape::Months => (
                "log",
                "month = \"Månad\", place = \"Plats\", count = \"Antal\"",
            ),
            Shape::Weeks => ("log", "week = \"Vecka\", count = \"Antal\""),
            Shape::Wide => ("months", "type = \"Aktivitet\""),
            Shape::Forms => ("form", "date = \"Datum\", place = \"Plats\""),
            Shape::Requests => ("log", "request = \"Inkom\", answered = \"Återkopplat\""),
            Shape::Steps => (
                "milestones",
                "step = \"Steg\", due = \"Senast\", done = \"Klart\"",
            ),
        };
        let columns = match self.heading_of_count {
            Some(heading) => columns.replace("Antal", heading),
            None => columns.to_owned(),
        };
        let target = |id: &str, over: &str| {
            let kind = match self.shape {
                Shape::Requests => {
                    format!("kind = \"request\"\nwithin = \"10 days\"\nover = \"{over}\"")
                }
                Shape::Steps => "kind = \"milestone\"".to_owned(),
                _ => format!("at_least = 100\nover = \"{over}\""),
            };
            let more = &self.target;
            format!("[[pledge.target]]\nid = \"{id}\"\nof = \"insats\"\n{kind}\n{more}")
        };
        let targets = match self.shape {
            Shape::Steps => target("steg", ""),
            _ => target("ar", "year") + &target("kvartal", "quarter"),
        };
        let named = self.named.map(|name| format!("name = \"{name}\"\n"));
        format!(
            "title = \"Medborgarlöfte Provköping\"\nmunicipality = \"Provköpings kommun\"\n\
             police_area = \"Lokalpolisområde Provköping\"\nfrom = {}-01-01\nto = 2025-12-31\n\
             [partners.polisen]\nname = \"Polisen\"\n[partners.kommunen]\nname = \"Kommunen\"\n\
             [[pledge]]\nid = \"lofte\"\ntext = \"Löftet.\"\nresponsible = [\"polisen\"]\n{targets}\
             [[source]]\npartner = \"polisen\"\nfiles = \"{}\"\n[[source.sheet]]\n{}layout = \"{layout}\"\n\
             activity = \"insats\"\n{}columns = {{ {columns}{} }}\n",
            self.first_year,
            self.pattern,
            named.unwrap_or_default(),
            self.mapping,
            self.fields,
        )
    }
}
