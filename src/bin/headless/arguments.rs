//! The words after `headless`.

pub const USAGE: &str = "usage: headless LINK [--steps N] [--every N] [--sweep A-B] [--analyses] [--strict]
  LINK        the part of a Hourglass address from # on, or a whole address
  --steps     how many steps to train (1000)
  --every     how many steps between two lines (100)
  --sweep     trains so many steps at every bottleneck size from A to B, each from the one before;
              a line for each
  --analyses  ends with what the code and the errors are good for: ROC, nearest codes, hidden components
  --strict    exit 2 where the link asks for something that is not possible";

pub struct Arguments {
    pub link: String,
    pub steps: u64,
    pub every: u64,
    pub sweep: Option<(u32, u32)>,
    pub analyses: bool,
    pub strict: bool,
}

pub fn arguments() -> Result<Arguments, lexopt::Error> {
    use lexopt::prelude::*;
    let mut parsed = Arguments {
        link: String::new(),
        steps: 1000,
        every: 100,
        sweep: None,
        analyses: false,
        strict: false,
    };
    let mut parser = lexopt::Parser::from_env();
    let mut has_link = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("steps") => parsed.steps = parser.value()?.parse()?,
            Long("every") => parsed.every = parser.value()?.parse::<u64>()?.max(1),
            Long("sweep") => parsed.sweep = Some(parser.value()?.parse_with(range)?),
            Long("analyses") => parsed.analyses = true,
            Long("strict") => parsed.strict = true,
            Long("help") | Short('h') => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            Value(link) if !has_link => {
                parsed.link = link.string()?;
                has_link = true;
            }
            _ => return Err(argument.unexpected()),
        }
    }
    if !has_link {
        return Err("LINK is missing".into());
    }
    Ok(parsed)
}

/// Two sizes with a hyphen between them, such as 1-32.
fn range(text: &str) -> Result<(u32, u32), String> {
    text.split_once('-')
        .and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
        .filter(|(from, to)| 1 <= *from && from <= to)
        .ok_or_else(|| "a sweep is two sizes such as 1-32".to_owned())
}
