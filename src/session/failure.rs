//! Why a run could not begin, as a sentence.

use crate::data::{FileFault, record};
use crate::protocol::Failure;
use crate::settings::DataSet;
use crate::words::words;

/// What to say of a run on a data set that could not begin.
pub fn explain(failure: Failure, data: DataSet) -> String {
    let (session, of_data) = (&words().session, &words().data);
    let path = record(data).asset().unwrap_or_default();
    match failure {
        Failure::NoEarlier => session.no_earlier.to_owned(),
        Failure::NoSuchRun => session.no_such_run.to_owned(),
        Failure::File(fault) => match fault {
            FileFault::NotLoaded => of_data.not_loaded(path),
            FileFault::Damaged => of_data.damaged(path),
            FileFault::TooShort => of_data.too_short(path),
            FileFault::OtherFormat => of_data.other_format(path),
            FileFault::NoLabels => of_data.no_labels(path),
            FileFault::OutOfRange => of_data.out_of_range(path),
            FileFault::WrongLength => of_data.wrong_length(path),
            FileFault::UnknownFilter => of_data.unknown_filter(path),
            FileFault::WrongSize => of_data.wrong_size(path),
        },
    }
}
