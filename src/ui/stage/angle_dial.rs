use crate::words::words;
use yew::prelude::*;

pub struct DialProps {
    /// 0 … 90.
    pub degrees: f64,
}

/// The hand's length, in the units of the picture.
const HAND: f64 = 30.0;

/// The largest principal angle as it looks: PCA's line dashed and level, the network's above it.
pub fn angle_dial(props: &DialProps) -> Html {
    let angle = props.degrees.to_radians();
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let along = |length: f64| (2.0 + length * cos, 30.0 - length * sin);
    let ((x, y), (arc_x, arc_y)) = (along(HAND), along(0.5 * HAND));
    let start = 2.0 + 0.5 * HAND;
    html! {
        <svg class="dial" viewBox="0 0 36 34" aria-hidden="true"
            data-help={words().stage.angle_help}>
            <path class="arc" d={format!("M{start} 30A15 15 0 0 0 {arc_x:.1} {arc_y:.1}")} />
            <line class="of-pca" x1="2" y1="30" x2="34" y2="30" />
            <line class="of-network" x1="2" y1="30" x2={format!("{x:.1}")} y2={format!("{y:.1}")} />
        </svg>
    }
}
