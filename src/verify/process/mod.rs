//! Child processes: started within limits and under a guard, and ended with everything that they
//! started.

mod command_line;
mod group;
mod guard;
mod helper;
pub(super) mod log;
mod port;
mod quota;
mod resident;
mod server;

pub(super) use command_line::{fill, split};
pub(super) use group::{Launch, Launcher};
pub(super) use guard::Guard;
pub use helper::{Helper, serve};
pub(super) use port::{Port, Ports};
pub(super) use quota::Quota;
pub(super) use resident::resident;
pub(super) use server::Server;
