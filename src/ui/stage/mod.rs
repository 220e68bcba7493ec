//! The middle: the large figure, what the student should look at.

mod angle_dial;
mod atoms;
mod errors;
mod figure_controls;
mod figures;
mod gallery;
mod gallery_rows;
mod heading;
mod hourglass;
mod image_rows;
mod multiples;
mod network_end;
mod network_note;
mod points_view;
mod props;
mod ruler;
mod sample_strip;
mod sample_view;
mod search;
mod signals;
mod slow_motion;
mod spoil;
mod strangeness;
mod twin;
mod unit_note;
mod view;
mod waist;
mod walk;

pub use view::Stage;
