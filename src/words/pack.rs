//! The words of another language, as a text file brings them.

/// A line for each key, `section.key = text`, the parts of a list with ` | ` between them; each section's
/// keys in the order of its table. An empty line, or one that begins with `#`, says nothing.
pub struct Pack {
    file: &'static str,
    rest: std::str::Lines<'static>,
    section: &'static str,
    is_whole: bool,
}

impl Pack {
    pub fn of(file: &'static str) -> Self {
        Self {
            file,
            rest: file.lines(),
            section: "",
            is_whole: true,
        }
    }

    /// Whether there was a line for all that was asked of it: a file of another build may lack some.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    pub(super) fn section(&mut self, section: &'static str) -> &mut Self {
        self.section = section;
        self.rest = self.file.lines();
        self
    }

    // As little as can be: there is a call for every text of the page.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &mut &'static str) {
        *text = self.next();
    }

    pub(super) fn list(&mut self, list: &mut &'static [&'static str]) {
        *list = self.next().split(" | ").collect::<Vec<_>>().leak();
    }

    fn next(&mut self) -> &'static str {
        let section = self.section;
        let found = self.rest.find_map(|line| {
            let of_section = line.strip_prefix(section)?.strip_prefix('.')?;
            Some(of_section.split_once(" = ")?.1)
        });
        self.is_whole &= found.is_some();
        found.unwrap_or_default()
    }
}

/// A text or a list of texts as a line of the file.
pub trait Line {
    fn line(self) -> String;
}

impl Line for &str {
    fn line(self) -> String {
        self.to_owned()
    }
}

impl Line for &[&str] {
    fn line(self) -> String {
        self.join(" | ")
    }
}
