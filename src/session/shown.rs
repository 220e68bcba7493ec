//! The samples that are shown all the time.

use std::ops::Range;
use std::rc::Rc;

use crate::protocol::Facts;
use crate::settings::Shape;

/// Images in the gallery.
const GALLERY: usize = 12;
/// Training samples so few that the gallery shows some of them too.
const FEW: usize = 300;
/// Signals in the gallery.
const SIGNALS: usize = 6;
/// Columns of the activation heatmap.
const HEATMAP: usize = 500;

#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub gallery: Rc<Vec<u32>>,
    /// Samples of the activation heatmap, class by class.
    pub heatmap: Rc<Vec<u32>>,
}

impl Shown {
    /// The gallery has held-out samples, and after them, where training samples are so few that a
    /// network may know them by heart, as many of those.
    pub(super) fn of(facts: &Facts) -> Self {
        let few = match facts.shape {
            Shape::Image { .. } => GALLERY,
            Shape::Signal(_) => SIGNALS,
            Shape::Point(_) => 1,
        };
        let (n, is_image) = (
            facts.labels.len(),
            matches!(facts.shape, Shape::Image { .. }),
        );
        let mut gallery = class_by_class(facts, facts.n_train..n, few);
        if is_image && facts.is_signed() {
            // Of photographs, many samples are nearly empty: the first, which is followed, has the most to see.
            let energy = |at: &usize| -> f32 {
                let image = facts.x.row(gallery[*at] as usize);
                image.iter().map(|x| x * x).sum()
            };
            let fullest = (0..gallery.len()).max_by(|a, b| energy(a).total_cmp(&energy(b)));
            if let Some(at) = fullest {
                gallery.swap(0, at);
            }
        }
        if is_image && facts.n_train <= FEW {
            gallery.extend(class_by_class(facts, 0..facts.n_train, few));
        }
        let mut heatmap = class_by_class(facts, facts.n_train..n, HEATMAP);
        heatmap.sort_by_key(|&sample| facts.labels[sample as usize]);
        Self {
            gallery: Rc::new(gallery),
            heatmap: Rc::new(heatmap),
        }
    }
}

/// At most so many of some samples, of all classes in turn.
fn class_by_class(facts: &Facts, among: Range<usize>, most: usize) -> Vec<u32> {
    let classes = facts.labels.iter().max().map_or(1, |&most| most + 1);
    let mut by_class: Vec<Vec<u32>> = (0..classes)
        .map(|class| {
            let of_class = among.clone().filter(|&i| facts.labels[i] == class);
            of_class.map(|i| i as u32).rev().collect()
        })
        .collect();
    let mut chosen = Vec::new();
    while chosen.len() < most && by_class.iter().any(|class| !class.is_empty()) {
        chosen.extend(by_class.iter_mut().filter_map(Vec::pop));
    }
    chosen.truncate(most);
    chosen
}
