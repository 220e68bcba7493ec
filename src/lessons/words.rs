//! The little markup of a lesson's words: `*h*` is a concept's letter, `[to 64|k=64]` a button that
//! sets controls, in the words of a link, or does something by its name, `{code}` a term that the
//! glossary explains, `{codes|code}` the same in another form.

/// A piece of a lesson's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(&'static str),
    /// A concept's letter, such as x, h, r or k.
    Letter(&'static str),
    /// A term of the glossary, and the form in which it stands here.
    Term {
        shown: &'static str,
        term: &'static str,
    },
    Button {
        label: &'static str,
        does: Deed,
    },
}

/// What a word in a lesson does when it is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Sets controls: `key=value`, joined by `&`, as in a link.
    Set(&'static str),
    Play,
    Pin,
    Sweep,
    SlowMotion,
    /// The singular value decomposition of a linear network.
    Decompose,
    /// So many bits for each number of the code.
    Bits(u32),
    /// Another experiment of the lesson.
    Scene(usize),
}

impl Deed {
    fn of(text: &'static str) -> Self {
        match text {
            "play" => Self::Play,
            "pin" => Self::Pin,
            "sweep" => Self::Sweep,
            "slow" => Self::SlowMotion,
            "svd" => Self::Decompose,
            _ => {
                let number = |name: &str| text.strip_prefix(name)?.parse().ok();
                let scene = number("scene ").map(|scene: u32| Self::Scene(scene as usize));
                let bits = number("bits ").map(Self::Bits);
                scene.or(bits).unwrap_or(Self::Set(text))
            }
        }
    }
}

/// The pieces of a text.
pub fn pieces(text: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '[', '{']) {
        let (before, marked) = rest.split_at(at);
        let (open, close) = match marked.as_bytes()[0] {
            b'*' => ('*', '*'),
            b'{' => ('{', '}'),
            _ => ('[', ']'),
        };
        let Some(end) = marked[1..].find(close) else {
            break;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let inside = &marked[1..=end];
        pieces.push(match inside.split_once('|') {
            Some((label, does)) if open == '[' => Piece::Button {
                label,
                does: Deed::of(does),
            },
            Some((shown, term)) if open == '{' => Piece::Term { shown, term },
            None if open == '{' => Piece::Term {
                shown: inside,
                term: inside,
            },
            _ => Piece::Letter(inside),
        });
        rest = &marked[end + 2..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// A text without its markup, as it is read.
pub fn plain(text: &'static str) -> String {
    let pieces = pieces(text).into_iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Letter(text) => text,
        Piece::Term { shown, .. } => shown,
        Piece::Button { label, .. } => label,
    });
    pieces.collect()
}

/// How many words a reader sees.
pub fn word_count(text: &'static str) -> usize {
    plain(text).split_whitespace().count()
}
