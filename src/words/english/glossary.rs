use crate::words::table::table;

table! {
    /// Terms that the lessons mark: the term, and what it means.
    Glossary {
        atom = ["atom", "A row of the decoder's weights, as an image: what one code unit adds."];
        code = ["code", "The numbers in the middle: all that the decoder gets to see."];
        held_out = ["held out", "Kept away from training, to see how the network does on what it has never seen."];
        kl = ["KL", "The Kullback-Leibler divergence: 0 where a unit's mean activation is ρ, and the larger the further it is from it."];
        l1 = ["L1", "The sum of all activations without their signs, times λ. It pulls each towards 0, and to exactly 0 where it earns less than its price."];
        pca = ["PCA", "Principal component analysis: the directions in which the data vary most. No method of straight lines rebuilds the training data better from k numbers."];
        score = ["score", "The direction in which the data become more likely fastest: the gradient of the log of their density. Diffusion models draw pictures by following it."];
        svd = ["SVD", "It writes a matrix, here encoder and decoder as one, as directions at right angles, each with a strength. A direction may come out with its sign turned."];
    }
}

impl Glossary {
    /// What a term means.
    pub fn of(&self, term: &str) -> Option<&'static str> {
        [
            self.atom,
            self.code,
            self.held_out,
            self.kl,
            self.l1,
            self.pca,
            self.score,
            self.svd,
        ]
        .into_iter()
        .find(|entry| entry[0] == term)
        .map(|entry| entry[1])
    }
}
