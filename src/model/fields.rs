//! The mapped cells of a row, by field.

use chrono::NaiveTime;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::name::Name;
use super::quantity::{Quantity, exact};
use super::span::DateSpan;

/// What stood in a mapped cell, in every way a condition may ask for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// The text as shown, identity numbers masked, trimmed.
    pub text: String,
    /// Whether it says yes, or says anything but no: «x», «ja», «Socialtjänsten»; not «nej», «0», «-» or a blank.
    #[serde(default, skip_serializing_if = "is_no")]
    pub marked: bool,
    /// Whether it is not known whether it says yes.
    #[serde(default, skip_serializing_if = "is_no")]
    pub unsure: bool,
    /// Words that it may say besides: partners whose mark is neither yes nor no.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub perhaps: Vec<String>,
    /// The words of a list («Elever, lärare»), and the ids of the partners they name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// The number it is, in minutes where it is a length of time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(with = "exact::option")]
    pub number: Option<Quantity>,
    /// The times of day it names, from and until; equal for a single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<(NaiveTime, NaiveTime)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSpan>,
}

/// What says nothing is not written, since there are many fields to write.
pub(super) fn is_no(said: &bool) -> bool {
    !said
}

/// The mapped cells of a row, by field, in the order of the fields' names. A row has few, and a folder has many rows: a
/// sorted list takes a fifth of the memory of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(Vec<(Name, Field)>);

impl Fields {
    /// The cell of a field.
    pub fn get(&self, name: &str) -> Option<&Field> {
        self.place(name)
            .ok()
            .and_then(|place| self.0.get(place))
            .map(|(_, field)| field)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Field> {
        let place = self.place(name).ok()?;
        self.0.get_mut(place).map(|(_, field)| field)
    }

    /// Adds a cell; takes the place of one of the same field.
    pub(crate) fn insert(&mut self, name: impl Into<Name>, field: Field) {
        let name = name.into();
        match self.place(&name) {
            Ok(place) => self.0[place].1 = field,
            Err(place) => self.0.insert(place, (name, field)),
        }
    }

    /// Leaves only the fields that `stays` says yes to.
    pub(crate) fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        self.0.retain(|(name, _)| stays(name));
        self.0.shrink_to_fit();
    }

    /// Each field with its cell, by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Name, &Field)> {
        self.0.iter().map(|(name, field)| (name, field))
    }

    /// Where a field is, or where it would be.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
    }
}

impl<N: Into<Name>> FromIterator<(N, Field)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, Field)>>(all: I) -> Fields {
        let mut fields = Fields::default();
        all.into_iter()
            .for_each(|(name, field)| fields.insert(name, field));
        fields.0.shrink_to_fit();
        fields
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields, D::Error> {
        struct Map;

        impl<'de> Visitor<'de> for Map {
            type Value = Fields;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("fields by name")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                std::iter::from_fn(|| map.next_entry::<Name, Field>().transpose()).collect()
            }
        }

        deserializer.deserialize_map(Map)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn field(text: &str) -> Field {
        Field {
            text: text.to_owned(),
            ..Field::default()
        }
    }

    #[test]
    fn they_stand_by_name_and_cross_the_pipe() {
        let mut fields: Fields = [("plats", field("Töre")), ("date", field("2023-04-01"))]
            .into_iter()
            .collect();
        fields.insert("label", field("Kontroll"));
        fields.insert("plats", field("Sangis"));
        fields.get_mut("date").unwrap().text = "2023-04-02".to_owned();
        let pairs: Vec<_> = fields
            .iter()
            .map(|(name, field)| (name.as_str(), field.text.as_str()))
            .collect();
        assert_eq!(
            pairs,
            [
                ("date", "2023-04-02"),
                ("label", "Kontroll"),
                ("plats", "Sangis")
            ]
        );
        assert_eq!((fields.get("time"), fields.iter().count()), (None, 3));
        let back: Fields = serde_json::from_str(&serde_json::to_string(&fields).unwrap()).unwrap();
        assert_eq!(back, fields);
    }
}
