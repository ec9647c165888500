/// How a region compares with what its command prints now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is the same.
    Current,
    /// It is not, and nobody has touched it since it was put there.
    Stale,
    /// It is not, and somebody has edited it since it was put there.
    Edited,
    /// It is not, and no checksum says that its lines were generated: they may be somebody's text.
    Unsigned,
}

impl State {
    /// Whether the region may hold somebody's work, and is overwritten only if that is asked for.
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Edited | Self::Unsigned)
    }
}
