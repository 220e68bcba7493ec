//! The trade: what each price on activations has cost in error and lit units.

use crate::common::program::Program;
use hourglass::plot::{TradeDot, TradeFigure};
use hourglass::session::{Action, price_of};
use hourglass::settings::Key;

/// The trade: a dot for every price at which the run stood still, with the numbers of then.
#[test]
fn every_price_that_was_paid_leaves_its_trade() {
    let mut program = Program::ready("#lesson=sparse&speed=fast");
    program.act(Action::PlayToggled);
    let stay = |program: &mut Program, steps: u64| {
        let from = program.step();
        while program.step() < from + steps {
            program.frames(1);
        }
        program.readouts().clone()
    };
    let mut paid = Vec::new();
    for lambda in [0.001, 0.003, 0.01] {
        program.turn(Key::Lambda, lambda);
        program.frames(3);
        assert_eq!(program.state.comparison.trades.now, None);
        let then = stay(&mut program, 450);
        let trades = &program.state.comparison.trades;
        let now = trades.now.as_ref().unwrap();
        assert_eq!(
            (now.lit, now.held_out),
            (then.lit_per_sample, then.heldout_mse)
        );
        assert_eq!(price_of(now), format!("λ {lambda}"));
        assert_eq!(trades.done.len(), paid.len());
        paid.push(lambda);
    }
    // Too short a stay says nothing.
    program.turn(Key::Lambda, 0.03);
    stay(&mut program, 100);
    program.turn(Key::Lambda, 0.02);
    program.frames(3);
    let trades = &program.state.comparison.trades;
    let prices: Vec<String> = trades.done.iter().map(price_of).collect();
    assert_eq!(prices, ["λ 0.001", "λ 0.003", "λ 0.01"]);
    assert!(trades.done.is_sorted_by(|a, b| a.lit > b.lit));
    // Other data, another game.
    program.act(Action::SceneChosen(2));
    program.load_assets();
    program.frames(5);
    assert!(program.state.comparison.trades.done.is_empty());
}

#[test]
fn the_best_trades_are_those_that_no_other_beats() {
    let of = |lit: f64, held_out: f64| TradeDot {
        lit,
        held_out,
        name: String::new(),
    };
    let dots = [
        of(10.0, 0.02),
        of(5.0, 0.04),
        of(12.0, 0.03),
        of(20.0, 0.01),
    ];
    let now = of(5.0, 0.05);
    let figure = TradeFigure {
        dots: &dots,
        now: Some(&now),
        pca: &[0.05, 0.03],
        variance: 0.07,
        k: 64,
    };
    let best: Vec<f64> = figure.best().iter().map(|dot| dot.lit).collect();
    assert_eq!(best, [5.0, 10.0, 20.0]);
    assert_eq!(figure.best()[0].held_out, 0.04);
}
