//! Room for work that is kept from one time to the next.

use std::ops::{Deref, DerefMut};

/// What is in it is of use to its owner alone: a copy of the owner begins with none.
#[derive(Debug, Default)]
pub struct Room<T>(T);

impl<T: Default> Clone for Room<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Deref for Room<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Room<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
