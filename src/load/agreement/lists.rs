//! The lists of names: areas, partners, activities, places, indicators.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::declare::Named;
use crate::load::faults::Faults;
use crate::load::keys::{
    ActivityKeys, AreaKeys, IndicatorKeys, MeasurementKeys, PartnerKeys, PlaceKeys, PlacesKeys,
};
use crate::load::types::OrTable;
use crate::model::agreement::{
    ActivityKind, Area, Gives, Indicator, IndicatorValue, NamedPlace, Partner, Source,
};
use crate::model::finding::ExpectedForm;

pub(super) fn areas(areas: Vec<Named<AreaKeys>>) -> Vec<Area> {
    let area = |area: Named<AreaKeys>| {
        Some(Area {
            id: area.name,
            name: area.value.name.value?,
        })
    };
    areas.into_iter().filter_map(area).collect()
}

pub(super) fn partners(partners: Vec<Named<PartnerKeys>>) -> Vec<Partner> {
    let partner = |partner: Named<PartnerKeys>| {
        Some(Partner {
            id: partner.name,
            name: partner.value.name.value?,
            also: partner.value.also.value.unwrap_or_default(),
            address: partner.value.address.value,
        })
    };
    partners.into_iter().filter_map(partner).collect()
}

pub(super) fn activities(activities: Vec<Named<ActivityKeys>>) -> BTreeMap<String, ActivityKind> {
    let kind = |keys: ActivityKeys| ActivityKind {
        one: keys.one.value,
        many: keys.many.value,
        means: keys.means.value,
        persons: keys.persons.value.unwrap_or(false),
        unit: keys.unit.value.unwrap_or_default(),
        hours_per_post: keys.hours_per_post.value,
    };
    let named = activities.into_iter();
    named.map(|named| (named.name, kind(named.value))).collect()
}

/// The lists of places; those read from a register are empty. A register makes its list even where `[places]` does not name
/// it; a list that nobody fills is a fault.
pub(super) fn places(
    written: Vec<Named<PlacesKeys>>,
    sources: &[Source],
    faults: &Faults,
) -> BTreeMap<String, Vec<NamedPlace>> {
    let sheets = sources.iter().flat_map(|source| &source.sheets);
    let registers: BTreeSet<&str> = sheets
        .filter_map(|sheet| match &sheet.gives {
            Gives::Places(list) => Some(list.as_str()),
            _ => None,
        })
        .collect();
    let mut lists = BTreeMap::new();
    for list in written {
        let names = list.value.names;
        if !names.is_written && !registers.contains(list.name.as_str()) {
            faults.missing(*names);
        }
        let places = names.value.into_iter().flatten();
        let places = places.filter_map(|written| place(written, faults));
        lists.insert(list.name, places.collect());
    }
    for list in registers {
        lists.entry(list.to_owned()).or_default();
    }
    lists
}

fn place(written: OrTable<String, PlaceKeys>, faults: &Faults) -> Option<NamedPlace> {
    let keys = match written {
        OrTable::Table(keys) => keys,
        OrTable::Short(name) => {
            return Some(NamedPlace {
                name,
                also: Vec::new(),
                from: None,
                to: None,
            });
        }
    };
    if let (Some(from), Some(to)) = (keys.from.value, keys.to.value)
        && from > to
    {
        faults.invalid(
            keys.to.at,
            keys.to.name,
            &to.to_string(),
            ExpectedForm::Order,
        );
    }
    Some(NamedPlace {
        name: keys.name.value?,
        also: keys.also.value.unwrap_or_default(),
        from: keys.from.value,
        to: keys.to.value,
    })
}

pub(super) fn indicators(indicators: Vec<Named<IndicatorKeys>>) -> Vec<Indicator> {
    let indicator = |indicator: Named<IndicatorKeys>| {
        let keys = indicator.value;
        let values = keys.values.value.into_iter().flatten();
        Some(Indicator {
            id: indicator.name,
            area: keys.area.value,
            name: keys.name.value?,
            source: keys.source.value,
            scale: keys.scale.value,
            good: keys.good.value,
            baseline: keys.baseline.value.and_then(measurement),
            values: values.filter_map(measurement).collect(),
        })
    };
    indicators.into_iter().filter_map(indicator).collect()
}

fn measurement(keys: MeasurementKeys) -> Option<IndicatorValue> {
    Some(IndicatorValue {
        until: None,
        date: keys.date.value?,
        value: keys.value.value?,
    })
}
