//! How a table of words is written down.

/// A group of keys with their English words: `key = "text";`, `key = ["text", "another"];` or
/// `key(number: f64) = "text {number:.2}";`. Where a sentence depends on its arguments, each of its
/// forms has a key, and a method beside the table chooses.
///
/// It becomes a struct, a field for each key, with the constant `ENGLISH`. A key with arguments is a
/// method, too, which gives the filled sentence.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($keys:tt)* }) => {
        $crate::words::table::table!(@read [$(#[$doc])* $name] [] [] [] [] $($keys)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*] [$($read:tt)*]
        $key:ident = [$($text:literal),+ $(,)?]; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head
            [$($fields)* pub $key: &'static [&'static str],] [$($values)* $key: &[$($text),+],] [$($methods)*]
            [$($read)* $key list] $($rest)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*] [$($read:tt)*]
        $key:ident = $text:literal; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head
            [$($fields)* pub $key: &'static str,] [$($values)* $key: $text,] [$($methods)*]
            [$($read)* $key text] $($rest)*);
    };
    (@read $head:tt [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*] [$($read:tt)*]
        $key:ident($($argument:ident: $type:ty),+) = $text:literal; $($rest:tt)*) => {
        $crate::words::table::table!(@read $head
            [$($fields)* $key: &'static str,] [$($values)* $key: $text,]
            [$($methods)* pub fn $key(&self, $($argument: $type),+) -> String {
                $crate::words::fill::fill(self.$key, concat!($(stringify!($argument), " "),+), &[$(&$argument),+])
            }]
            [$($read)* $key text] $($rest)*);
    };
    (@read [$(#[$doc:meta])* $name:ident] [$($fields:tt)*] [$($values:tt)*] [$($methods:tt)*]
        [$($read:ident $kind:ident)*]) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name { $($fields)* }

        impl $name {
            pub const ENGLISH: Self = Self { $($values)* };
            $($methods)*

            /// Puts the words of another language in the place of these.
            pub fn translate(&mut self, pack: &mut $crate::words::pack::Pack) {
                $(pack.$kind(&mut self.$read);)*
            }

            /// Each key with its English text, as a language's file has them.
            pub fn keys(section: &str) -> Vec<(String, String)> {
                vec![$((format!("{section}.{}", stringify!($read)), $crate::words::pack::Line::line(Self::ENGLISH.$read))),*]
            }
        }
    };
}

/// All tables of a program, by the names of their sections.
macro_rules! tables {
    ($(#[$doc:meta])* $name:ident { $($section:ident: $table:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name { $(pub $section: $table,)* }

        impl $name {
            pub const ENGLISH: Self = Self { $($section: $table::ENGLISH,)* };

            /// Puts the words of another language in the place of these.
            pub fn translate(&mut self, pack: &mut $crate::words::pack::Pack) {
                $(self.$section.translate(pack.section(stringify!($section)));)*
            }

            /// Each key with its English text, as a language's file has them, in this order.
            pub fn keys() -> Vec<(String, String)> {
                let mut keys = Vec::new();
                $(keys.extend($table::keys(stringify!($section)));)*
                keys
            }
        }
    };
}
pub(crate) use {table, tables};
