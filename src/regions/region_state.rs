/// How a region compares with the current output of its command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is the same.
    Current,
    /// It is different, and nobody has edited it since it was written.
    Stale,
    /// It is different, and somebody has edited it since it was written.
    Edited,
    /// It is not, and no checksum says that its lines were generated: they may be somebody's text.
    Unsigned,
}

impl State {
    /// Whether the region may hold text written by hand, and is only overwritten on request.
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Edited | Self::Unsigned)
    }
}
