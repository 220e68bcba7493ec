//! What is compared: runs as links, and the inputs of the analyses.

use hourglass::analysis::{Pca, sample_errors};
use hourglass::data::{CATALOGUE, Corruption, Dataset, record};
use hourglass::engine::{autoencoder_config, train_config};
use hourglass::link;
use hourglass::model::Autoencoder;
use hourglass::protocol::View;
use hourglass::random::{Purpose, stream};
use hourglass::settings::{DataSet, Settings};
use hourglass::train::Trainer;
use ndarray::{Array2, Axis};

use crate::common;

const STEPS: usize = 20;

/// Between them every activation, penalty, loss, optimiser, corruption, depth, decay, tying and unit-length atoms.
pub const RUNS: &[&str] = &[
    "#hidden=none&k=4&opt=sgd&lr=0.1",
    "#hidden=none&k=6&opt=momentum&lr=0.05&tied=1",
    "#hidden=16&act=relu&k=4&opt=adam",
    "#hidden=16-8&act=tanh&k=3&code=tanh&opt=adam&decay=0.0001",
    "#hidden=12-10-8&act=sigmoid&k=3&code=linear&opt=adam&lr=0.01",
    "#hidden=16&act=relu&k=8&code=relu&penalty=l1&lambda=0.01&opt=adam",
    "#hidden=none&k=20&code=sigmoid&penalty=l1&lambda=0.001&opt=momentum&lr=0.03",
    "#hidden=none&k=24&code=sigmoid&penalty=kl&rho=0.05&beta=0.1&opt=adam",
    "#hidden=16&act=tanh&k=12&code=sigmoid&penalty=kl&rho=0.2&beta=1&opt=sgd&lr=0.1&decay=0.001",
    "#hidden=16&act=relu&k=6&loss=bce&opt=adam",
    "#hidden=16-12&act=tanh&k=4&loss=bce&opt=sgd&lr=0.3&tied=1",
    "#hidden=none&k=16&code=sigmoid&loss=bce&penalty=kl&rho=0.1&beta=0.3&opt=adam&decay=0.00001",
    "#hidden=16&act=relu&k=6&noise=gaussian&level=0.4&opt=adam",
    "#hidden=16&act=relu&k=6&noise=masking&level=0.4&opt=momentum&lr=0.01",
    "#hidden=16&act=sigmoid&k=6&noise=saltpepper&level=0.2&loss=bce&opt=adam&lr=0.01",
    "#hidden=16&act=linear&k=4&code=relu&tied=1&decay=0.001&noise=gaussian&level=0.1&opt=adam",
    "#data=circle&hidden=16-16&act=tanh&k=1&opt=adam&batch=32",
    "#data=swissroll&hidden=12-10-8&act=relu&k=2&code=tanh&opt=momentum&lr=0.02&batch=128",
    "#hidden=none&k=24&code=relu&atoms=unit&penalty=l1&lambda=0.003&opt=adam",
    "#hidden=16&act=tanh&k=12&code=sigmoid&atoms=unit&penalty=kl&rho=0.1&beta=0.1&opt=momentum&lr=0.03",
    "#hidden=12&act=relu&k=8&code=relu&atoms=unit&tied=1&decay=0.0001&opt=sgd&lr=0.1",
    "#data=ecg&hidden=8&act=tanh&k=4&opt=adam&penalty=l1&lambda=0.003",
];

/// What the network sees in one step, and what it should make of it.
pub struct Batch {
    pub noisy: Array2<f32>,
    pub clean: Array2<f32>,
}

/// One run before its first step.
pub struct Case {
    pub settings: Settings,
    dataset: Dataset,
}

fn dataset(settings: &Settings) -> Dataset {
    let record = record(settings.data);
    record.dataset(settings, common::asset(record)).unwrap()
}

impl Case {
    pub fn of(link: &str) -> Self {
        let (link, complaints) = link::read(link);
        assert!(complaints.is_empty(), "{complaints:?}");
        Self {
            dataset: dataset(&link.settings),
            settings: link.settings,
        }
    }

    pub fn start(&self) -> (Trainer<f32>, Vec<Batch>) {
        let seed = self.settings.seed;
        let network = autoencoder_config(&self.settings).init(&mut stream(seed, Purpose::Weights));
        let config = train_config(&self.settings);
        let mut trainer = Trainer::new(network, config, stream(seed, Purpose::Batches));
        let mut noise = stream(seed, Purpose::Corruption);
        let batches = (0..STEPS)
            .map(|_| {
                let rows = trainer.next_batch(self.dataset.n_train);
                let clean = self.dataset.x.select(Axis(0), rows);
                let noisy = Corruption::of(&self.settings).apply(clean.view(), &mut noise);
                Batch { noisy, clean }
            })
            .collect();
        (trainer, batches)
    }
}

/// The weights after so many steps of the page's engine.
pub fn weights_by_engine(link: &str, steps: u32) -> Vec<f32> {
    let mut engine = common::engine();
    common::start(&mut engine, link);
    let view = View {
        weights: true,
        ..View::default()
    };
    match common::train(&mut engine, steps, view) {
        hourglass::protocol::Event::Snapshot { snapshot, .. } => {
            snapshot.weights.unwrap().parameters.values
        }
        other => panic!("{other:?}"),
    }
}

pub struct PcaCase {
    pub name: String,
    pub dataset: Dataset,
    pub ks: Vec<usize>,
}

pub fn pca() -> Vec<PcaCase> {
    CATALOGUE
        .iter()
        .map(|record| {
            let mut settings = Settings::preset();
            settings.choose_data(record.data);
            let dataset = dataset(&settings);
            let d = dataset.x.ncols();
            PcaCase {
                name: record.data.key().to_owned(),
                dataset,
                ks: [1, 2, 4, 8, 16, 32]
                    .into_iter()
                    .filter(|&k| k < d)
                    .collect(),
            }
        })
        .collect()
}

pub struct RocCase {
    pub name: String,
    pub scores: Vec<f32>,
    pub positive: Vec<bool>,
}

/// Heartbeats by PCA's error with so few components that it is no perfect score; and the same in
/// coarse steps, so that many scores are equal.
pub fn roc() -> Vec<RocCase> {
    let mut settings = Settings::preset();
    settings.choose_data(DataSet::Ecg);
    let dataset = dataset(&settings);
    let pca = Pca::fit(dataset.train());
    let unseen = dataset.x.slice(ndarray::s![dataset.n_train.., ..]);
    let scores = sample_errors(pca.reconstruct(unseen, 1).view(), unseen).to_vec();
    let positive: Vec<bool> = dataset.labels[dataset.n_train..]
        .iter()
        .map(|&l| l == 1)
        .collect();
    let against: Vec<f32> = unseen.column(45).iter().map(|r| -r).collect();
    let coarse = against.iter().map(|score| (score * 5.0).round()).collect();
    [
        ("error of one component", scores),
        ("height of R", against),
        ("the same, coarse", coarse),
    ]
    .into_iter()
    .map(|(name, scores)| RocCase {
        name: name.to_owned(),
        scores,
        positive: positive.clone(),
    })
    .collect()
}

pub const NEAREST: usize = 5;

pub struct NeighbourCase {
    pub name: String,
    pub codes: Array2<f32>,
    pub labels: Vec<u8>,
    pub n_train: usize,
}

pub fn neighbours() -> Vec<NeighbourCase> {
    let dataset = dataset(&Settings::preset());
    let pca = Pca::fit(dataset.train());
    [2, 8]
        .into_iter()
        .map(|k| NeighbourCase {
            name: format!("digits, {k} components"),
            codes: pca.transform(dataset.x.view(), k),
            labels: dataset.labels.clone(),
            n_train: dataset.n_train,
        })
        .collect()
}

pub struct SingularCase {
    pub name: String,
    pub network: Autoencoder<f32>,
}

/// Linear networks after a few steps.
pub fn singular() -> Vec<SingularCase> {
    ["#hidden=none&k=3&lr=0.01", "#hidden=none&k=16&lr=0.01"]
        .into_iter()
        .map(|link| {
            let (mut trainer, batches) = Case::of(link).start();
            for batch in &batches {
                trainer.step(batch.noisy.view(), batch.clean.view());
            }
            SingularCase {
                name: link.to_owned(),
                network: trainer.network().clone(),
            }
        })
        .collect()
}
