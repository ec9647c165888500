//! Child processes: started within limits and under a guard, and ended with everything that they
//! started.

mod command_line;
mod group;
mod guard;
mod helper;
pub(super) mod log;
mod memory_use;
mod port;
mod resource_limits;
mod server;

pub(super) use command_line::{fill, split};
pub(super) use group::{Launch, Launcher};
pub(super) use guard::Guard;
pub use helper::{Helper, serve};
pub(super) use memory_use::resident;
pub(super) use port::{Port, Ports};
pub(super) use resource_limits::ResourceLimits;
pub(super) use server::Server;
