//! Features that a batch does not light: leaving them out changes no number.

use hourglass::model::{
    Activation, Autoencoder, AutoencoderConfig, DenseGradient, Pass, Real, Trace,
};
use hourglass::random::{ChaCha8Rng, Purpose, stream, uniform};
use ndarray::{Array2, ArrayView2};

const INPUT: usize = 300;

fn network<F: Real>(tied: bool) -> Autoencoder<F> {
    let config = AutoencoderConfig {
        input: INPUT,
        hidden: vec![40],
        code: 5,
        hidden_activation: Activation::Relu,
        code_activation: Activation::Linear,
        output_activation: Activation::Sigmoid,
        tied,
        unit_atoms: false,
    };
    config.init(&mut stream(1, Purpose::Weights))
}

/// Samples whose feature i is zero in all of them where i mod 7 is not below so much.
fn batch<F: Real>(n: usize, lit: usize, rng: &mut ChaCha8Rng) -> Array2<F> {
    Array2::from_shape_fn((n, INPUT), |(_, i)| {
        let value = uniform(rng, -1.0, 1.0);
        F::of(if i % 7 < lit { value } else { 0.0 })
    })
}

/// Layer by layer, every feature looked at.
fn outputs<F: Real>(network: &Autoencoder<F>, x: ArrayView2<F>) -> Vec<Array2<F>> {
    let mut outputs = Vec::<Array2<F>>::new();
    for layer in network.encoder().iter().chain(network.decoder()) {
        let a = layer.forward(outputs.last().map_or(x, |a| a.view()));
        outputs.push(a);
    }
    outputs
}

fn first_gradient<F: Real>(
    network: &Autoencoder<F>,
    x: ArrayView2<F>,
    trace: &Trace<F>,
    d_output: &Array2<F>,
) -> DenseGradient<F> {
    let layers: Vec<_> = network.encoder().iter().chain(network.decoder()).collect();
    let (mut d_z, mut room) = (d_output.clone(), Vec::new());
    for i in (1..layers.len()).rev() {
        let mut below = Array2::default((0, 0));
        layers[i].d_input_into(d_z.view(), &mut below, &mut room);
        let (d, a) = (below.as_slice_mut(), trace.outputs()[i - 1].as_slice());
        let activation = layers[i - 1].activation;
        activation.pull_back(d.unwrap(), a.unwrap());
        d_z = below;
    }
    let mut gradient = DenseGradient::default();
    layers[0].backward_into(x, d_z.view(), &mut gradient, &mut room);
    gradient
}

fn is_the_whole<F: Real>() {
    let network = network::<F>(false);
    let mut rng = stream(2, Purpose::Data);
    let mut pass = Pass::default();
    // What was kept of a batch is of no use to the next, whatever that has.
    for (n, lit) in [(8, 3), (8, 7), (8, 2), (5, 4), (8, 0), (1, 1), (64, 3)] {
        let x = batch::<F>(n, lit, &mut rng);
        pass.forward(&network, x.view());
        assert_eq!(pass.trace.outputs(), outputs(&network, x.view()), "{lit}");
        let d_output = batch::<F>(n, 7, &mut rng);
        pass.d_output = d_output.clone();
        pass.backward(&network, x.view());
        let wanted = first_gradient(&network, x.view(), &pass.trace, &d_output);
        assert_eq!(pass.gradients[0], wanted, "{lit}");
    }
}

#[test]
fn what_a_batch_does_not_light_changes_no_number() {
    is_the_whole::<f32>();
    is_the_whole::<f64>();
}

#[test]
fn a_tied_weight_of_an_unlit_feature_learns_from_the_decoder_alone() {
    let network = network::<f64>(true);
    let mut rng = stream(3, Purpose::Data);
    let (x, d_output) = (batch(8, 3, &mut rng), batch(8, 7, &mut rng));
    let mut pass = Pass::default();
    pass.forward(&network, x.view());
    pass.d_output = d_output.clone();
    pass.backward(&network, x.view());
    let mut decoder = DenseGradient::default();
    let last = network.decoder().len() - 1;
    let before = &pass.trace.outputs()[pass.trace.outputs().len() - 2];
    network.decoder()[last].backward_into(
        before.view(),
        d_output.view(),
        &mut decoder,
        &mut Vec::new(),
    );
    for feature in (0..INPUT).filter(|feature| feature % 7 >= 3) {
        let shared = pass.gradients[0].d_weight.row(feature);
        assert_eq!(shared, decoder.d_weight.column(feature), "{feature}");
    }
}
