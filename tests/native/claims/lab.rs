use hourglass::lessons::Lesson;
use hourglass::protocol::View;

use super::Run;

/// What the experiment says of the errors that others have published, in sums of squares over an image.
#[test]
fn thirty_numbers_of_mnist_pass_pca_and_then_logistic_pca() {
    let mut run = Run::of(Lesson::Lab, 1, 0);
    for (steps, published) in [(350, 13.87), (900, 8.01)] {
        let error = 784.0 * run.look(steps, View::default()).readouts.heldout_mse;
        println!("after {steps} more steps {error:.2}, published {published}");
        assert!(error < published, "{error}");
    }
}
