use web_sys::PointerEvent;
use yew::prelude::*;

use super::tile_canvas::{Concept, paper};
use crate::plot::{Palette, Pixels, Theme, tile};
use crate::protocol::{Matrix, Nonsense};
use crate::session::{Action, Picture};
use crate::settings::Shape;
use crate::ui::canvas::{CanvasSize, context, prepare, put};
use crate::ui::hooks::{Pointing, place_on, pointing, use_canvas_size};

/// Between two images, in CSS pixels.
const GAP: f32 = 8.0;

#[derive(PartialEq, Properties)]
pub struct GalleryProps {
    pub picture: Picture,
    pub marked: Option<u32>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// Where the images lie: columns are samples, rows are input, autoencoder and PCA.
#[derive(Clone, Copy)]
struct Grid {
    columns: usize,
    /// The side of one pixel of an image, in device pixels.
    scale: usize,
    pitch: [usize; 2],
}

impl Grid {
    fn new(size: CanvasSize, [rows, samples]: [usize; 2], [width, height]: [usize; 2]) -> Self {
        let gap = size.device(GAP).max(1);
        let (across, down) = (size.device(size.width), size.device(size.height));
        let by_height = down.saturating_sub((rows - 1) * gap) / rows / height.max(1);
        let by_width = (across + gap) / samples.max(1);
        let by_width = by_width.saturating_sub(gap) / width.max(1);
        // On a narrow screen fewer samples, never images too small to read.
        let least = size.device(40.0) / width.max(1);
        let scale = by_width.max(least).min(by_height).max(1);
        let pitch = [width * scale + gap, height * scale + gap];
        Self {
            columns: ((across + gap) / pitch[0]).clamp(1, samples.max(1)),
            scale,
            pitch,
        }
    }
}

/// How many images stand side by side: the gallery's, of which a few give way to nonsense.
fn shown(picture: &Picture) -> usize {
    picture.gallery.len()
}

/// How many of the gallery's images are shown.
fn real(picture: &Picture) -> usize {
    let nonsense = picture.snapshot.nonsense.as_ref();
    let few = nonsense.map_or(0, |nonsense| nonsense.x.rows());
    picture.gallery.len().saturating_sub(few)
}

fn inputs(picture: &Picture) -> Matrix {
    let rows = picture
        .gallery
        .iter()
        .map(|&i| picture.facts.x.row(i as usize));
    Matrix {
        columns: picture.facts.x.columns,
        values: rows.flatten().copied().collect(),
    }
}

/// The first images of the gallery, then the images of nonsense.
fn with_nonsense(images: &Matrix, picture: &Picture, of: fn(&Nonsense) -> &Matrix) -> Matrix {
    let nonsense = picture.snapshot.nonsense.as_ref().map(of);
    let mut values = images.values[..real(picture) * images.columns].to_vec();
    values.extend(nonsense.iter().flat_map(|nonsense| &nonsense.values));
    Matrix {
        columns: images.columns,
        values,
    }
}

/// The same held-out images three times: as they are, by the autoencoder, and by PCA at the same k.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let Picture {
        facts,
        snapshot,
        gallery,
        ..
    } = &props.picture;
    let (width, height) = match facts.shape {
        Shape::Image { width, height } => (width, height),
        Shape::Point(_) | Shape::Signal(_) => (1, 1),
    };
    let is_noisy = !snapshot.gallery_inputs.values.is_empty();
    let row_count = if is_noisy { 4 } else { 3 };
    let grid = Grid::new(size, [row_count, shown(&props.picture)], [width, height]);
    use_effect_with((props.picture.clone(), props.marked, props.theme, size), {
        let node = node.clone();
        move |(picture, marked, theme, size)| {
            let palette = Palette::of(*theme);
            let inputs = with_nonsense(&inputs(picture), picture, |nonsense| &nonsense.x);
            let made = &picture.snapshot.gallery;
            let made = with_nonsense(made, picture, |nonsense| &nonsense.reconstructions);
            let pca = &picture.snapshot.gallery_pca;
            let pca = Matrix {
                columns: pca.columns,
                values: pca.values[..real(picture) * pca.columns].to_vec(),
            };
            let rows: Vec<(&Matrix, Concept)> = [
                (&inputs, Concept::Input),
                (&picture.snapshot.gallery_inputs, Concept::Input),
                (&made, Concept::Reconstruction),
                (&pca, Concept::Pca),
            ]
            .into_iter()
            .filter(|(images, _)| !images.values.is_empty())
            .collect();
            let paper = paper(picture);
            let Some(context) = prepare(&node, *size).and_then(|c| context(&c)) else {
                return;
            };
            let gap = size.device(GAP).max(1);
            for column in 0..grid.columns {
                let left = column * grid.pitch[0] + gap / 2;
                let is_marked = column < real(picture)
                    && picture.gallery.get(column).copied() == *marked
                    && marked.is_some();
                if is_marked {
                    let frame = [grid.pitch[0], rows.len() * grid.pitch[1]];
                    frame_column(&context, left - gap / 2, frame, palette, size.scale);
                }
                for (row, (images, concept)) in rows.iter().enumerate() {
                    if images.rows() <= column {
                        continue;
                    }
                    let values = paper.unit(images.row(column));
                    let image = tile(&values, width, concept.ramp(palette), grid.scale);
                    put(&context, &image, left, row * grid.pitch[1] + gap / 2);
                }
            }
        }
    });
    let column_at = {
        let (gallery, real) = (gallery.clone(), real(&props.picture));
        move |event: &PointerEvent| {
            let place = place_on(event)?;
            let column = size.device(place[0].max(0.0)) / grid.pitch[0];
            gallery
                .get(column)
                .copied()
                .filter(|_| column < grid.columns.min(real))
        }
    };
    let Pointing {
        onpointermove,
        onpointerdown,
        onpointerleave,
    } = pointing(&props.dispatch, column_at);
    let summary = format!(
        "{} held-out images, and what the autoencoder and PCA make of them with {} numbers",
        grid.columns, snapshot.k
    );
    let row_height = grid.pitch[1] as f64 / size.scale.max(1.0);
    let row_names = format!("grid-auto-rows:{row_height:.1}px");
    html! {
        <div class={classes!("gallery", is_noisy.then_some("noisy"))} data-help="Held-out images, one per column: as they are, as the network rebuilds them, and as PCA does with as many numbers.">
            <div class="row-names" aria-hidden="true" style={row_names}>
                <span class="letter input">{"x"}</span>
                if is_noisy {
                    <span class="letter input">{"x̃"}</span>
                }
                <span class="letter reconstruction">{"r"}</span>
                <span class="pca">{"PCA"}</span>
            </div>
            <canvas ref={node} role="img" aria-label={summary}
                {onpointermove} {onpointerdown} {onpointerleave} />
        </div>
    }
}

/// A frame of ink round the marked column.
fn frame_column(
    context: &web_sys::CanvasRenderingContext2d,
    left: usize,
    [width, height]: [usize; 2],
    palette: &Palette,
    scale: f64,
) {
    let line = (2.0 * scale).round() as usize;
    put(
        context,
        &Pixels::filled(width, height, palette.ink),
        left,
        0,
    );
    let inside = Pixels::filled(width - 2 * line, height - 2 * line, palette.paper);
    put(context, &inside, left + line, line);
}
