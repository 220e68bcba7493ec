use hourglass::lessons::Lesson;
use hourglass::protocol::{Analyses, View};

use super::{Run, SEEDS};

fn analyses(scene: usize, seed: u32, steps: u32) -> Analyses {
    let view = View {
        analyses: true,
        ..View::default()
    };
    let mut run = Run::of(Lesson::Uses, scene, seed);
    run.look(steps, view).analyses.unwrap()
}

#[test]
fn ventricular_beats_are_found_by_their_error() {
    for seed in SEEDS {
        let auc = analyses(0, seed, 3000).auc.unwrap();
        println!("seed {seed}: AUC {auc:.4}");
        assert!(auc > 0.95, "{auc}");
    }
}

#[test]
fn digits_with_nearby_codes_are_alike_more_often_than_with_pca() {
    for seed in SEEDS {
        let analyses = analyses(1, seed, 4000);
        let [ours, pca] = [analyses.precision, analyses.pca_precision].map(Option::unwrap);
        println!("seed {seed}: precision of the 5 nearest {ours:.3}, PCA's {pca:.3}");
        assert!(ours > pca + 0.15, "{ours} against {pca}");
    }
}
