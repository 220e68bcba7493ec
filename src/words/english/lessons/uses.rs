use crate::words::table::table;

table! {
    /// Lesson 6: anomalies and retrieval.
    Uses {
        heartbeats = "which heartbeats are not normal";
        heartbeats_text = "Trained on normal heartbeats alone, it rebuilds the abnormal ones badly, and so finds them.";
        retrieval = "digits like this one";
        retrieval_text = "Images with a like code look alike: the nearest codes are a search engine.";
    }
}
