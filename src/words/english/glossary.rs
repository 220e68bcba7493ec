use crate::words::table::table;

table! {
    /// Terms that the lessons mark: the term, and what it means.
    Glossary {
        code = ["code", "The few numbers in the middle, all that the decoder gets to see."];
        held_out = ["held out", "Kept away from training, to see how the network does on what it has never seen."];
        pca = ["PCA", "Principal component analysis: the directions in which the data vary most. No method of straight lines rebuilds the training data better from k numbers."];
        svd = ["SVD", "It writes a matrix, here encoder and decoder as one, as directions at right angles, each with a strength. A direction may come out with its sign turned."];
    }
}

impl Glossary {
    /// What a term means.
    pub fn of(&self, term: &str) -> Option<&'static str> {
        [self.code, self.held_out, self.pca, self.svd]
            .into_iter()
            .find(|entry| entry[0] == term)
            .map(|entry| entry[1])
    }
}
