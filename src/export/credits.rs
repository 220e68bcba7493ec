use crate::settings::DataSet;
use crate::words::desk_words;

/// Whom a data set is owed to, and under which licence it is.
pub fn credits(data: DataSet) -> [&'static str; 2] {
    let w = &desk_words().credits;
    match data {
        DataSet::Moons => [w.moons_credit, w.own_licence],
        DataSet::SCurve => [w.s_curve_credit, w.own_licence],
        DataSet::SwissRoll => [w.swiss_roll_credit, w.own_licence],
        DataSet::Digits => [w.digits_credit, w.digits_licence],
        DataSet::Mnist => [w.mnist_credit, w.mnist_licence],
        DataSet::Fashion => [w.fashion_credit, w.fashion_licence],
        DataSet::Bars => [w.bars_credit, w.own_licence],
        DataSet::Patches => [w.patches_credit, w.patches_licence],
        DataSet::Ecg => [w.ecg_credit, w.ecg_licence],
        _ => [w.own_credit, w.own_licence],
    }
}
