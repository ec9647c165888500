//! The limits of a child process.

use std::ffi::OsString;
use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};

const MEBIBYTE: u64 = 1 << 20;

/// Limits of a process, which also apply to each of its children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::verify) struct ResourceLimits {
    /// Bytes of writable memory. Address space would be the wrong measure: Java, Go and Node
    /// reserve much more of it than they use.
    memory: u64,
    /// Bytes of each file that it writes, including its log.
    file: u64,
    /// Seconds of processor time.
    processor: u64,
}

impl ResourceLimits {
    /// For an example.
    pub(in crate::verify) const PROGRAM: Self =
        Self { memory: 2048 * MEBIBYTE, file: 128 * MEBIBYTE, processor: 180 };
    /// For commands that install, compile or print a version.
    pub(in crate::verify) const TOOL: Self =
        Self { memory: 6144 * MEBIBYTE, file: 1024 * MEBIBYTE, processor: 1800 };

    /// The limits as arguments of a helper.
    pub(in crate::verify) fn to_words(self) -> [String; 3] {
        [self.memory, self.file, self.processor].map(|number| number.to_string())
    }

    /// Reads the limits from the next three arguments of a helper.
    pub(in crate::verify) fn from_words(
        words: &mut impl Iterator<Item = OsString>,
    ) -> Option<Self> {
        let mut number = || words.next()?.to_str()?.parse().ok();
        Some(Self { memory: number()?, file: number()?, processor: number()? })
    }

    /// Sets these limits for this process.
    pub(in crate::verify) fn impose(self) -> io::Result<()> {
        limit(Resource::Data, self.memory)?;
        limit(Resource::Fsize, self.file)?;
        limit(Resource::Cpu, self.processor)?;
        limit(Resource::Core, 0)
    }
}

/// A lower existing limit is kept.
fn limit(resource: Resource, most: u64) -> io::Result<()> {
    let ceiling = rustix::process::getrlimit(resource).maximum.unwrap_or(u64::MAX);
    let most = Some(most.min(ceiling));
    Ok(setrlimit(resource, Rlimit { current: most, maximum: most })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_can_be_passed_as_arguments() {
        let words = ResourceLimits::PROGRAM.to_words();
        let mut words = words.iter().map(OsString::from);
        assert_eq!(ResourceLimits::from_words(&mut words), Some(ResourceLimits::PROGRAM));
        assert_eq!(ResourceLimits::from_words(&mut words), None);
    }
}
