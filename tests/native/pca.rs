//! Exact PCA: theorems, and scikit-learn's numbers on the digits.

use hourglass::analysis::{Pca, largest_principal_angle};
use hourglass::data::read_file;
use hourglass::model::{Activation, Dense};
use hourglass::random::{Purpose, normal, stream};
use hourglass::train::mse;
use ndarray::{Array1, Array2, arr2};

fn digits() -> Array2<f32> {
    read_file(include_bytes!("../../static/data/digits.bin"))
        .unwrap()
        .x
}

#[test]
fn components_are_orthonormal() {
    let pca = Pca::fit(digits().view());
    let gram = pca.components.dot(&pca.components.t());
    let off = (&gram - &Array2::<f32>::eye(64)).fold(0.0_f32, |most, e| most.max(e.abs()));
    assert!(off < 1e-5, "{off}");
}

/// scikit-learn 1.9.1: `PCA().fit(load_digits().data).explained_variance_ratio_[:3]`.
#[test]
fn explained_variance_is_scikit_learns() {
    let ratio = Pca::fit(digits().view()).explained_variance_ratio();
    let reference = [0.148_905_94, 0.136_187_71, 0.117_945_94];
    for (got, wanted) in ratio.iter().zip(reference) {
        assert!((got / wanted - 1.0).abs() < 1e-4, "{got} is not {wanted}");
    }
    assert!((ratio.sum() - 1.0).abs() < 1e-9);
}

/// Eckart & Young: what rank k leaves out is the sum of the eigenvalues it leaves out.
#[test]
fn the_error_of_rank_k_is_the_variance_left_out() {
    let x = digits();
    let pca = Pca::fit(x.view());
    for k in [0, 1, 2, 8, 32, 64] {
        let error = mse(pca.reconstruct(x.view(), k).view(), x.view());
        let left_out: f64 = pca.explained_variance.iter().skip(k).sum();
        let wanted = left_out * (x.nrows() - 1) as f64 / x.len() as f64;
        assert!((error - wanted).abs() < 1e-4 * wanted + 1e-9, "k = {k}");
    }
}

/// Of samples as they are and of what noise has left of them: the errors with every number of components are
/// those of the reconstructions.
#[test]
fn errors_of_every_rank_are_those_of_the_reconstructions() {
    let x = digits();
    let pca = Pca::fit(x.view());
    let mut rng = stream(3, Purpose::Data);
    let noisy = x.mapv(|x| x + 0.3 * normal(&mut rng) as f32);
    for seen in [x.view(), noisy.view()] {
        let errors = pca.errors(seen, x.view(), 80);
        assert_eq!(errors.len(), 64);
        for (i, error) in errors.iter().enumerate() {
            let made = mse(pca.reconstruct(seen, i + 1).view(), x.view());
            let off = (error - made).abs() / pca.variance();
            assert!(off < 1e-6, "{} components: {error}, {made}", i + 1);
        }
    }
}

#[test]
fn coordinates_go_there_and_back() {
    let x = digits();
    let pca = Pca::fit(x.view());
    let codes = pca.transform(x.view(), 64);
    let back = pca.inverse_transform(codes.view());
    assert!(mse(back.view(), x.view()) < 1e-10);
    let means = codes.mean_axis(ndarray::Axis(0)).unwrap();
    assert!(means.iter().all(|m| m.abs() < 1e-4), "codes are centred");
}

#[test]
fn the_first_component_is_the_direction_of_the_data() {
    let mut rng = stream(1, Purpose::Data);
    let x = Array2::from_shape_fn((400, 2), |_| 0.0)
        .rows()
        .into_iter()
        .flat_map(|_| {
            let (along, across) = (3.0 * normal(&mut rng), 0.1 * normal(&mut rng));
            [
                (0.6 * along - 0.8 * across + 5.0) as f32,
                (0.8 * along + 0.6 * across - 2.0) as f32,
            ]
        })
        .collect::<Array1<f32>>()
        .into_shape_with_order((400, 2))
        .unwrap();
    let pca = Pca::fit(x.view());
    assert!((pca.components[[0, 0]] - 0.6).abs() < 0.01);
    assert!((pca.components[[0, 1]] - 0.8).abs() < 0.01);
}

/// A linear decoder with these weights.
fn decoder(weight: Array2<f32>) -> [Dense<f32>; 1] {
    let bias = Array1::zeros(weight.ncols());
    [Dense {
        weight,
        bias,
        activation: Activation::Linear,
    }]
}

#[test]
fn the_largest_principal_angle_is_the_angle_between_the_planes() {
    let plane = arr2(&[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]);
    for degrees in [0.0_f32, 0.01, 1.0, 30.0, 89.0, 90.0] {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        // The same plane's first direction, mixed with one tilted out of the plane.
        let mixed = arr2(&[
            [2.0, 3.0 * cosine, 3.0 * sine],
            [-1.0, 0.5 * cosine, 0.5 * sine],
        ]);
        let angle = largest_principal_angle(&decoder(mixed), plane.view(), 2).unwrap();
        assert!(
            (angle - f64::from(degrees)).abs() < 2e-3,
            "{angle}° is not {degrees}°"
        );
    }
}

#[test]
fn a_decoder_that_spans_less_has_no_angle() {
    let plane = arr2(&[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]);
    let flat = arr2(&[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]);
    assert_eq!(
        largest_principal_angle(&decoder(flat), plane.view(), 2),
        None
    );
}

/// The values of an original MNIST file: `header` bytes, then one byte each.
fn original(folder: &str, name: &str, header: usize) -> Vec<u8> {
    let packed = std::fs::read(format!("{folder}/{name}.gz")).unwrap();
    // RFC 1952: ten bytes, then the file's name where a flag says so, then the deflated contents.
    let has_name = packed[3] & 8 != 0;
    let name = packed[10..].iter().take_while(|&&byte| byte != 0).count() + 1;
    let start = 10 + if has_name { name } else { 0 };
    let bytes = miniz_oxide::inflate::decompress_to_vec(&packed[start..]).unwrap();
    bytes[header..].to_vec()
}

/// Fitted on the 60,000, tested on the 10,000: squared error per image. Hinton & Salakhutdinov (2006)
/// print 13.87 for 30 numbers.
#[test]
#[ignore = "needs the original files: make mnist ORIGINALS=folder"]
fn mnist_has_its_published_errors() {
    let folder = std::env::var("MNIST").unwrap();
    let images = |name: &str| {
        let pixels = original(&folder, name, 16);
        let values = pixels.iter().map(|&v| f32::from(v) / 255.0).collect();
        Array2::from_shape_vec((pixels.len() / 784, 784), values).unwrap()
    };
    let (train, test) = (
        images("train-images-idx3-ubyte"),
        images("t10k-images-idx3-ubyte"),
    );
    assert_eq!((train.nrows(), test.nrows()), (60_000, 10_000));
    let pca = Pca::fit(train.view());
    for (k, wanted) in [
        (2, 43.645),
        (8, 29.354),
        (16, 21.058),
        (30, 13.866),
        (32, 13.193),
        (64, 7.093),
    ] {
        let error = 784.0 * mse(pca.reconstruct(test.view(), k).view(), test.view());
        println!("k = {k}: {error:.4}");
        assert!(
            (error - wanted).abs() < 5.1e-4,
            "k = {k}: {error} is not {wanted}"
        );
    }
}

/// Three pixels of the digits never vary: 63 components are not unique, and no angle to them is told.
#[test]
fn there_is_no_angle_to_what_is_not_unique() {
    use crate::common::last_readouts;
    let angle = |k: u32| {
        let link = format!("#lesson=pca&data=digits&hidden=none&code=linear&k={k}");
        last_readouts(&link, 20).largest_angle_deg
    };
    assert_eq!(angle(63), None);
    assert!(angle(2).is_some_and(|degrees| degrees > 1.0));
    // Both are the whole space.
    assert_eq!(angle(64), Some(0.0));
}

/// Where PCA copies everything its error is rounding, and is told as 0.
#[test]
fn pca_s_rounding_is_no_error() {
    use crate::common::last_readouts;
    assert_eq!(last_readouts("#lesson=sparse", 1).pca_mse, 0.0);
    let line = "#lesson=pca&data=line&scatter=0&k=1&hidden=none&code=linear";
    assert_eq!(last_readouts(line, 1).pca_mse, 0.0);
    assert!(last_readouts("#lesson=sparse&k=32", 1).pca_mse > 0.0);
}
