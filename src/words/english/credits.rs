use crate::words::table::table;

table! {
    /// Where the data come from, and under which licence.
    Credits {
        about = "About the data";
        data_set = "Data set";
        credit = "Credit";
        licence = "Licence";
        about_note = "At least a fifth of every set is held out and never trained on. Everything runs in this page; nothing is sent anywhere.";
        speed = "How fast does this device learn?";
        own_credit = "drawn by Hourglass";
        own_licence = "MIT OR Apache-2.0";
        moons_credit = "drawn by Hourglass, after scikit-learn's make_moons";
        s_curve_credit = "drawn by Hourglass, after scikit-learn's make_s_curve";
        swiss_roll_credit = "drawn by Hourglass, after scikit-learn's make_swiss_roll";
        digits_licence = "CC BY 4.0";
        digits_credit = "Alpaydin & Kaynak (1998), UCI Machine Learning Repository, doi 10.24432/C50P49";
        mnist_licence = "CC BY-SA 3.0";
        mnist_credit = "LeCun, Cortes & Burges, The MNIST database of handwritten digits";
        fashion_licence = "MIT, © 2017 Zalando SE";
        fashion_credit = "Xiao, Rasul & Vollgraf (2017), Fashion-MNIST";
        bars_credit = "drawn by Hourglass, after Földiák (1990)";
        patches_licence = "CC0";
        patches_credit = "photographs by Lav Varshney, Stéfan van der Walt, Rachel Michetti, linolafett and CC0Textures, with scikit-image";
        ecg_licence = "ODC-By 1.0";
        ecg_credit = "MIT-BIH Arrhythmia Database, record 119: Moody & Mark (2001), doi 10.13026/C2F305; Goldberger et al. (2000), PhysioNet";
    }
}
