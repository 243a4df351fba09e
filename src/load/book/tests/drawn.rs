//! Agreements with anything that can be declared in them, by chance.

use proptest::prelude::*;

use super::back;
use crate::load::book::is_same;
use crate::load::book::plain::{self, Entries, Plain};
use crate::load::declare::Keys;
use crate::load::keys::AgreementKeys;
use crate::load::shape::{Section, Shape};

/// Draws values of what is declared, from the bits of a number.
struct Draw(u64, u32);

impl Draw {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn text(&mut self) -> String {
        const TEXTS: [&str; 16] = [
            "Torget",
            "ja",
            "2026-01-01",
            "12",
            "a; b",
            "två\nrader",
            " blank ",
            "#N/A",
            "=1+1",
            "places.x",
            "\u{A0}",
            "år",
            "any",
            "räknas",
            "20 %",
            "É",
        ];
        self.1 += 1;
        format!(
            "{}{}",
            TEXTS[self.below(16) as usize],
            if self.below(2) == 0 {
                String::new()
            } else {
                self.1.to_string()
            }
        )
    }

    fn id(&mut self) -> String {
        self.1 += 1;
        format!("id{}", self.1)
    }

    fn table(&mut self, section: &Section) -> Entries {
        let mut keys: Entries = Vec::new();
        for key in section.keys() {
            if key.name == "id" {
                keys.push((key.name.to_owned(), Plain::Text(self.id())));
            } else if self.below(3) > 0 {
                keys.push((key.name.to_owned(), self.value(&key.shape)));
            }
        }
        keys
    }

    fn value(&mut self, shape: &Shape) -> Plain {
        match shape {
            Shape::Text | Shape::Form(..) | Shape::Name(_) => Plain::Text(self.text()),
            Shape::Number => Plain::Decimal(self.below(1000) as f64 / 4.0),
            Shape::Whole(..) => Plain::Whole(i128::from(self.below(99))),
            Shape::Date => Plain::Day(
                chrono::NaiveDate::from_ymd_opt(2026, 1 + self.below(12) as u32, 3).unwrap(),
            ),
            Shape::Truth => Plain::Truth(self.below(2) == 0),
            Shape::OneOf(words) => {
                Plain::Text(words[self.below(words.len() as u64) as usize].to_owned())
            }
            Shape::OneOrMore(one) if self.below(2) == 0 => self.value(one),
            Shape::OneOrMore(one) | Shape::List(one) => {
                let count = self.below(4);
                Plain::List((0..count).map(|_| self.value(one)).collect())
            }
            Shape::Table(section) => Plain::Table(self.table(section)),
            Shape::Names(section, other) => {
                let mut all = self.table(section);
                for _ in 0..self.below(3) {
                    let name = if self.below(4) == 0 {
                        self.text()
                    } else {
                        self.id()
                    };
                    if all.iter().all(|(known, _)| *known != name) {
                        all.push((name, self.value(other)));
                    }
                }
                Plain::Table(all)
            }
            Shape::Either(all) => {
                let at = self.below(all.len() as u64) as usize;
                self.value(&all[at])
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_can_be_declared_comes_back(seed in 1_u64..) {
        let entries = Draw(seed, 0).table(&AgreementKeys::SECTION);
        let lines = entries.iter().map(|(name, value)| format!("{} = {}\n", plain::key(name), value.inline()));
        let text: String = lines.collect();
        let made = back(&text, (seed % 2) as usize);
        prop_assert!(is_same(&text, &made), "{}\n-----\n{}", text, made);
    }
}
