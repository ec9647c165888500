//! The server behind a gateway: where an example expects it, and how a reader starts one.

use crate::catalogue::Status;
use crate::error::Result;
use crate::output::Piece;
use crate::snippet::{Generator, Options};

/// What an example needs behind it.
pub(super) struct Behind {
    /// A sentence that says where the server is and what it has to do; backticks mark code.
    pub(super) sentence: String,
    /// The command that starts such a server, if there is one to start.
    pub(super) start: Option<String>,
}

/// What the example needs behind it to respond with the code, if that is anything.
///
/// # Errors
///
/// Those of [`Generator::stand_in`].
pub(super) fn behind(
    generator: &Generator,
    status: &Status,
    piece: &Piece,
    options: &Options,
) -> Result<Option<Behind>> {
    let upstream = status.exchange.as_ref().and_then(|it| it.upstream);
    let Some(upstream) = upstream.filter(|_| !piece.target.is_client()) else { return Ok(None) };
    let Some(stand_in) = generator.stand_in(upstream)? else { return Ok(None) };
    let address = options.upstream.as_deref().unwrap_or(Options::UPSTREAM);
    let or = piece.target.upstream_variable.as_ref();
    let or = or.map(|it| format!(", or at the address in the environment variable `{it}`"));
    let or = or.unwrap_or_default();
    let sentence =
        format!("The example asks the server at `{address}`{or}, {}.", stand_in.says.as_str());
    Ok(Some(Behind { sentence, start: stand_in.start(address) }))
}
