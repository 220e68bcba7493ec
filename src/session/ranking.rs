//! In which order code units and samples stand, the same in dictionary, heatmap and bars. It is found
//! anew once a second, so that what is looked at stays in its place.

use std::rc::Rc;

use super::Picture;
use crate::words::Text;

/// While learning, the order is kept so long.
const KEEP_MS: f64 = 1000.0;

/// What code units are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitOrder {
    /// The class that a unit answers to most, and there the strongest answer first.
    #[default]
    Class,
    /// The largest mean activation first.
    Mean,
    /// As they are in the network.
    Number,
}

impl UnitOrder {
    pub const ALL: [(Self, Text); 3] = [
        (Self::Class, Text(|w| w.session.by_class)),
        (Self::Mean, Text(|w| w.session.by_mean)),
        (Self::Number, Text(|w| w.session.by_number)),
    ];
}

/// What the heatmap's samples are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SampleOrder {
    #[default]
    Class,
    /// The largest error first.
    Error,
}

impl SampleOrder {
    pub const ALL: [(Self, Text); 2] = [
        (Self::Class, Text(|w| w.session.by_class)),
        (Self::Error, Text(|w| w.session.by_error)),
    ];
}

/// Units from the top, and the heatmap's columns from the left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    pub units: Rc<Vec<u32>>,
    pub samples: Rc<Vec<u32>>,
    orders: (UnitOrder, SampleOrder),
    found_ms: f64,
}

impl Ranking {
    /// Follows a picture: at once where another order is wanted, the picture has another size or stands
    /// still, else now and then.
    pub(super) fn follow(
        &mut self,
        picture: &Picture,
        orders: (UnitOrder, SampleOrder),
        is_playing: bool,
        now_ms: f64,
    ) {
        let units = picture.snapshot.k as usize;
        let samples = picture.shown.heatmap.len();
        let fits = self.units.len() == units && self.samples.len() == samples;
        let keeps = is_playing && now_ms - self.found_ms < KEEP_MS;
        if fits && self.orders == orders && keeps {
            return;
        }
        *self = Self::of(picture, orders, now_ms);
    }

    pub(super) fn of(picture: &Picture, orders: (UnitOrder, SampleOrder), now_ms: f64) -> Self {
        Self {
            units: Rc::new(unit_order(picture, orders.0)),
            samples: Rc::new(sample_order(picture, orders.1)),
            orders,
            found_ms: now_ms,
        }
    }
}

/// (unit, class) -> the mean of its activations over that class's samples of the heatmap.
fn class_means(picture: &Picture) -> Vec<Vec<f32>> {
    let heatmap = &picture.snapshot.heatmap;
    let labels: Vec<usize> = picture
        .shown
        .heatmap
        .iter()
        .map(|&sample| usize::from(picture.facts.labels[sample as usize]))
        .collect();
    let classes = labels.iter().max().map_or(1, |most| most + 1);
    let mut counts = vec![0.0_f32; classes];
    for &class in &labels {
        counts[class] += 1.0;
    }
    let rows = (0..heatmap.rows()).map(|unit| {
        let mut sums = vec![0.0; classes];
        for (h, &class) in heatmap.row(unit).iter().zip(&labels) {
            sums[class] += h;
        }
        let of_class = sums.iter().zip(&counts);
        of_class.map(|(sum, count)| sum / count.max(1.0)).collect()
    });
    rows.collect()
}

fn unit_order(picture: &Picture, by: UnitOrder) -> Vec<u32> {
    let snapshot = &picture.snapshot;
    let mut order: Vec<u32> = (0..snapshot.k).collect();
    match by {
        UnitOrder::Number => {}
        UnitOrder::Mean => {
            let mean = |unit: u32| snapshot.mean_activations.values.get(unit as usize).copied();
            order.sort_by(|&a, &b| {
                let [a, b] = [a, b].map(|unit| mean(unit).unwrap_or(0.0));
                b.total_cmp(&a)
            });
        }
        UnitOrder::Class => {
            let means = class_means(picture);
            let best = |unit: u32| -> (usize, f32) {
                let answers = means.get(unit as usize).into_iter().flatten().enumerate();
                let strongest = answers.max_by(|a, b| a.1.total_cmp(b.1));
                // A unit that answers to nothing comes last.
                match strongest {
                    Some((class, &answer)) if answer > 0.0 => (class, answer),
                    _ => (usize::MAX, 0.0),
                }
            };
            order.sort_by(|&a, &b| {
                let (a, b) = (best(a), best(b));
                a.0.cmp(&b.0).then(b.1.total_cmp(&a.1))
            });
        }
    }
    order
}

fn sample_order(picture: &Picture, by: SampleOrder) -> Vec<u32> {
    let mut order: Vec<u32> = (0..picture.shown.heatmap.len() as u32).collect();
    if by == SampleOrder::Error {
        let errors = &picture.snapshot.heatmap_errors.values;
        let error = |column: u32| errors.get(column as usize).copied().unwrap_or(0.0);
        order.sort_by(|&a, &b| error(b).total_cmp(&error(a)));
    }
    order
}
