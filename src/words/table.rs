//! How a table of words is written down.

/// A group of keys with its English words: `key = "text";`, `key = ["text", "another"];`,
/// `key(number: f64) = "text {number:.2}";` or, where a sentence depends on its arguments,
/// `key(n: u32) { expression };` that gives a `String`.
///
/// It becomes a struct, a field for each key, and the constant `ENGLISH`. A key with arguments is a
/// function pointer and a method of the same name.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($keys:tt)* }) => {
        $crate::words::table::table!(@read [$(#[$doc])* $name] [] [] [] $($keys)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*]
        $key:ident = [$($text:literal),+ $(,)?]; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head
            [$($fields)* pub $key: &'static [&'static str],] [$($values)* $key: &[$($text),+],]
            [$($methods)*] $($rest)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*] $key:ident = $text:literal; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head
            [$($fields)* pub $key: &'static str,] [$($values)* $key: $text,] [$($methods)*] $($rest)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*]
        $key:ident($($argument:ident: $type:ty),+) = $text:literal; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head [$($fields)*] [$($values)*] [$($methods)*]
            $key($($argument: $type),+) { format!($text) }; $($rest)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*]
        $key:ident($($argument:ident: $type:ty),+) $text:block; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head
            [$($fields)* pub $key: fn($($type),+) -> String,]
            [$($values)* $key: |$($argument: $type),+| $text,]
            [$($methods)* pub fn $key(&self, $($argument: $type),+) -> String { (self.$key)($($argument),+) }]
            $($rest)*);
    };
    (@read [$(#[$doc:meta])* $name:ident] [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*]) => {
        $(#[$doc])*
        pub struct $name { $($fields)* }

        impl $name {
            pub const ENGLISH: Self = Self { $($values)* };
            $($methods)*
        }
    };
}
pub(crate) use table;
