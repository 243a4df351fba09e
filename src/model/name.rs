//! Names that many rows share: a workbook's, a sheet's, a partner's, an activity's, a field's.

use std::cell::RefCell;
use std::fmt;
use std::ops::Deref;

use internment::ArcIntern;
use serde::{Deserialize, Serialize};

/// A name, kept once in memory however many rows bear it: a folder may give a hundred thousand of them.
///
/// ```
/// use lofte::model::name::Name;
///
/// let name = Name::from("polisen/Trafik.xlsx");
/// assert_eq!(name, "polisen/Trafik.xlsx");
/// assert!(Name::from("b") > Name::from("a"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(ArcIntern<str>);

impl Name {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Name {
    fn default() -> Name {
        Name::from("")
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

thread_local! {
    /// Names that were asked for last, by their length and their last byte: a row asks for those of the row before.
    static LAST: RefCell<[Option<Name>; 64]> = const { RefCell::new([const { None }; 64]) };
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        let last = text.bytes().next_back().unwrap_or_default();
        let place = (text.len() + usize::from(last) * 7) % 64;
        let known = LAST.try_with(|last| {
            let mut last = last.borrow_mut();
            match last.get_mut(place)? {
                Some(name) if *name == text => Some(name.clone()),
                other => Some(other.insert(Name(ArcIntern::from(text))).clone()),
            }
        });
        // A thread that ends has none left.
        let known = known.ok().flatten();
        known.unwrap_or_else(|| Name(ArcIntern::from(text)))
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Name {
        Name::from(text.as_str())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Name {
        Name::from(text.as_str())
    }
}

impl From<&Name> for String {
    fn from(name: &Name) -> String {
        name.as_str().to_owned()
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == text
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == *text
    }
}

impl PartialEq<String> for Name {
    fn eq(&self, text: &String) -> bool {
        self.as_str() == text
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}
