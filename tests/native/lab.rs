//! The Lab: panels shown, hidden and ordered, all in the link.

use crate::common::program::Program;
use hourglass::lessons::Panel;
use hourglass::link;
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
