//! The files of data sets: loaded, loading or failed.

use std::rc::Rc;

use crate::data::{OWN_PATH, record};
use crate::settings::DataSet;

/// The file of a data set.
#[derive(Clone, Debug, PartialEq)]
pub enum Asset {
    Loading {
        received: usize,
        total: Option<usize>,
    },
    Arrived(Rc<Vec<u8>>),
    Failed(String),
}

/// What is known of each file, by its path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assets(Vec<(&'static str, Asset)>);

impl Assets {
    /// The file of a data set, where it has one and it was asked for.
    pub fn of(&self, data: DataSet) -> Option<&Asset> {
        let path = record(data).asset()?;
        let mut known = self.0.iter();
        known
            .find(|(known, _)| *known == path)
            .map(|(_, asset)| asset)
    }

    /// The file of a data set that must be fetched next.
    pub fn missing(&self, data: DataSet) -> Option<&'static str> {
        record(data).asset().filter(|_| self.of(data).is_none())
    }

    /// The bytes that a data set is made from, none where it needs no file; `None` while they are
    /// not there.
    pub(super) fn bytes(&self, data: DataSet) -> Option<Option<&[u8]>> {
        match (record(data).asset(), self.of(data)) {
            (None, _) => Some(None),
            (Some(_), Some(Asset::Arrived(bytes))) => Some(Some(bytes)),
            (Some(_), _) => None,
        }
    }

    /// The user's own samples.
    pub(super) fn own(&self) -> Option<Rc<Vec<u8>>> {
        match self.of(DataSet::Own) {
            Some(Asset::Arrived(bytes)) => Some(bytes.clone()),
            _ => None,
        }
    }

    pub(super) fn put_own(&mut self, own: Option<Rc<Vec<u8>>>) {
        if let Some(bytes) = own {
            self.put(OWN_PATH, Asset::Arrived(bytes));
        }
    }

    pub(super) fn put(&mut self, path: &'static str, asset: Asset) {
        self.forget(path);
        self.0.push((path, asset));
    }

    pub(super) fn forget(&mut self, path: &'static str) {
        self.0.retain(|(known, _)| *known != path);
    }
}
