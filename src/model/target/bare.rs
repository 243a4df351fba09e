//! A target about which nothing is said but its kind.

use std::collections::BTreeMap;

use super::{Target, TargetKind, WindowRule};

impl Target {
    /// A target for each calendar year and nothing else.
    pub fn new(kind: TargetKind, of: &[&str]) -> Target {
        Target {
            id: "1".to_owned(),
            kind,
            of: of.iter().copied().map(str::to_owned).collect(),
            responsible: Vec::new(),
            only: Vec::new(),
            require: Vec::new(),
            over: WindowRule::Year,
            valid: None,
            agreed: None,
            except: None,
            distinct: None,
            when: Vec::new(),
            unit_minutes: BTreeMap::new(),
            sum: Vec::new(),
            effort: false,
            partial: false,
            interpretation: None,
            line: 1,
        }
    }
}
