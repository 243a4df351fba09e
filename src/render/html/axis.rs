//! What pictures of the same days have in common: it is drawn once on a page, and shown under each of them.

use serde::Serialize;

use super::chart::Chart;
use super::chart_area::Tick;

/// An axis of days.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Axis {
    pub id: String,
    pub(crate) width: u64,
    pub(crate) height: u64,
    /// Ticks where months begin, as SVG writes them.
    pub(crate) months: String,
    /// Where years begin.
    pub(crate) years: Vec<Tick>,
}

/// The axes that pictures need, each once; every picture is told its own.
pub(super) fn axes<'a>(charts: impl Iterator<Item = &'a mut Chart>) -> Vec<Axis> {
    let mut axes: Vec<Axis> = Vec::new();
    for chart in charts.filter(|chart| chart.shown) {
        let same = |axis: &&Axis| axis.months == chart.months && axis.years == chart.years;
        if let Some(axis) = axes.iter().find(same) {
            chart.axis.clone_from(&axis.id);
            continue;
        }
        chart.axis = format!("axis-{}", axes.len() + 1);
        axes.push(Axis {
            id: chart.axis.clone(),
            width: chart.width,
            height: chart.height,
            months: chart.months.clone(),
            years: chart.years.clone(),
        });
    }
    axes
}
