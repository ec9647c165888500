//! A server of the Model Context Protocol for assistants: examples, explanations, comparisons, searches
//! and lists as tools, and every code as a resource.

mod arguments;
mod error_text;
mod resources;
mod server;
mod tools;

use rmcp::ServiceExt;

use crate::error::{Error, ErrorKind, Result};
use crate::snippet::Generator;
use server::Server;

/// Answers requests on standard input until it ends. Nothing but messages of the protocol is written
/// to standard output.
///
/// # Errors
///
/// [`ErrorKind::Read`] if the first messages aren't those of a client, and if standard input can't
/// be read.
pub fn serve(generator: Generator) -> Result<()> {
    let failed =
        |error: &dyn std::fmt::Display| Error::new(ErrorKind::Read, format!("mcp: {error}"));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| failed(&error))?;
    let served = runtime.block_on(async {
        let transport = rmcp::transport::stdio();
        let service = Server::new(generator).serve(transport).await;
        let service = service.map_err(|error| {
            failed(&error).with_hint("a client of the Model Context Protocol starts this command")
        })?;
        service.waiting().await.map_err(|error| failed(&error))?;
        Ok(())
    });
    // Standard input is read by a thread that may still wait for a line.
    runtime.shutdown_background();
    served
}
