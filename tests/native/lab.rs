//! The Lab: panels shown, hidden and ordered, all in the link.

use crate::common::program::Program;
use hourglass::lessons::{Lesson, Panel};
use hourglass::link;
use hourglass::plot::{Mark, Palette, Ruler, Theme};
use hourglass::session::Action;

#[test]
fn panels_are_shown_hidden_and_ordered_and_the_link_keeps_them() {
    let mut program = Program::ready("#lesson=lab");
    assert_eq!(program.state.panels(), [Panel::Codes]);
    assert_eq!(program.state.link(), "#v=1&lesson=lab");
    program.act(Action::PanelToggled(Panel::Units));
    program.act(Action::PanelToggled(Panel::Sweep));
    program.act(Action::PanelMoved(Panel::Sweep));
    program.act(Action::PanelMoved(Panel::Codes));
    let ordered = [Panel::Codes, Panel::Sweep, Panel::Units];
    assert_eq!(program.state.panels(), ordered);
    let address = program.state.link();
    assert!(address.ends_with("panels=codes,sweep,units"), "{address}");
    let again = Program::ready(&address);
    assert_eq!(again.state.panels(), ordered);
    assert!(again.state.complaints.is_empty());
    program.act(Action::PanelToggled(Panel::Codes));
    program.act(Action::PanelToggled(Panel::Sweep));
    program.act(Action::PanelToggled(Panel::Units));
    assert!(program.state.panels().is_empty());
    assert!(
        Program::ready(&program.state.link())
            .state
            .panels()
            .is_empty()
    );
}

/// What is on the page is asked for, what is not is not.
#[test]
fn every_panel_on_the_page_has_its_numbers() {
    let mut program = Program::ready("#lesson=lab&panels=units,uses,bits");
    program.load_assets();
    program.frames(60);
    let picture = program.state.training.picture.as_ref().unwrap();
    let snapshot = &picture.snapshot;
    assert!(!snapshot.heatmap.values.is_empty() && !snapshot.dictionary.values.is_empty());
    assert!(snapshot.analyses.is_some() && snapshot.uses.rates.is_some());
    // A fourth takes the place of the first.
    program.act(Action::PanelToggled(Panel::Grid));
    assert_eq!(
        program.state.panels(),
        [Panel::Uses, Panel::Rates, Panel::Grid]
    );
    program.frames(3);
    let picture = program.state.training.picture.as_ref().unwrap();
    let snapshot = &picture.snapshot;
    assert!(snapshot.heatmap.values.is_empty() && snapshot.uses.grid.is_some());
}

#[test]
fn a_link_with_wrong_panels_is_told_and_opens() {
    let (link, complaints) = link::read("#lesson=lab&panels=codes,nonsense,units,codes");
    assert_eq!(link.panels, [Panel::Codes, Panel::Units]);
    assert_eq!(complaints.len(), 1);
    assert!(complaints[0].contains("nonsense"));
    let (link, complaints) = link::read("#lesson=lab&panels=codes,units,sweep,grid");
    assert_eq!((link.panels.len(), complaints.len()), (3, 1));
    // Elsewhere they mean nothing, and are not written.
    let mut program = Program::ready("#lesson=sparse&panels=codes,units");
    program.frames(2);
    assert_eq!(program.state.panels().len(), 1);
    assert!(!program.state.link().contains("panels"));
}

/// The ruler says whose the errors are, and is gone where they do not compare.
#[test]
fn published_errors_are_of_networks_of_their_kind() {
    let named = |address: &str| {
        let (link, _) = link::read(address);
        link.lesson.published(link.scene, &link.settings)
    };
    let errors: Vec<f64> = named("#lesson=lab&scene=2").iter().map(|of| of.0).collect();
    assert_eq!(errors, [13.87, 8.01, 3.0]);
    for other in [
        "#lesson=lab&scene=2&k=29",
        "#lesson=lab&scene=2&data=fashion",
        "#lesson=lab&scene=2&noise=masking",
        "#lesson=lab&data=mnist&k=30",
        "#lesson=denoising&data=mnist&k=30&noise=none",
    ] {
        assert!(named(other).is_empty(), "{other}");
    }
}

#[test]
fn a_ruler_stands_in_the_order_of_its_errors_and_names_them() {
    let published = [(13.87, "PCA"), (3.0, "deep")];
    let ruler = Ruler {
        published: &published,
        held_out: 7.5,
        train: 150.0,
        pca: 14.5,
    };
    let scene = ruler.scene(900.0, Palette::of(Theme::LIGHT));
    let texts = |mark: &Mark| match mark {
        Mark::Text { text, at, .. } => Some((text.clone(), at[0])),
        _ => None,
    };
    let texts: Vec<_> = scene.marks.iter().filter_map(texts).collect();
    let at = |wanted: &str| texts.iter().find(|of| of.0 == wanted).unwrap().1;
    let order = ["deep 3.00", "held-out 7.50", "PCA 13.87", "PCA here 14.50"].map(at);
    assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
    // No label covers another, at any width and wherever the errors are.
    for (width, [held_out, train, pca]) in [
        (900.0, [7.5, 7.4, 7.5]),
        (350.0, [10.9, 8.9, 14.5]),
        (350.0, [189.0, 184.0, 14.5]),
    ] {
        let ruler = Ruler {
            published: &published,
            held_out,
            train,
            pca,
        };
        let scene = ruler.scene(width, Palette::of(Theme::LIGHT));
        let labels: Vec<([f32; 2], f32)> = (scene.marks.iter())
            .filter_map(|mark| match mark {
                Mark::Text { text, at, .. } if at[1] > 70.0 => {
                    Some((*at, 6.5 * text.chars().count() as f32))
                }
                _ => None,
            })
            .collect();
        assert_eq!(labels.len(), 3);
        for (i, (a, wide)) in labels.iter().enumerate() {
            assert!(a[0] - 0.5 * wide >= 0.0 && a[0] + 0.5 * wide <= width);
            for (b, other) in &labels[..i] {
                let apart = (a[0] - b[0]).abs() >= 0.5 * (wide + other);
                assert!(apart || (a[1] - b[1]).abs() >= 16.0, "{a:?} {b:?}");
            }
        }
    }
    // What is beyond the end stands at it, and says what it is.
    assert_eq!(at("training 150.00"), Ruler::x(900.0, 60.0));
    assert_eq!(Ruler::x(900.0, 0.0), Ruler::x(900.0, 2.0));
    // A decade is as long everywhere.
    let decade = |from: f64| Ruler::x(900.0, 10.0 * from) - Ruler::x(900.0, from);
    assert!((decade(2.0) - decade(5.0)).abs() < 0.1);
}

/// The ruler's experiment begins without panels; panels that were chosen stay wherever one goes.
#[test]
fn chosen_panels_stay_from_one_experiment_to_the_next() {
    let mut program = Program::ready("#lesson=lab");
    program.act(Action::SceneChosen(1));
    assert!(program.state.panels().is_empty());
    program.act(Action::SceneChosen(0));
    assert_eq!(program.state.panels(), [Panel::Codes]);
    program.act(Action::PanelToggled(Panel::Units));
    let chosen = program.state.panels();
    program.act(Action::SceneChosen(1));
    program.act(Action::LessonChosen(Lesson::Pca));
    program.act(Action::LessonChosen(Lesson::Lab));
    assert_eq!(program.state.panels(), chosen);
}
