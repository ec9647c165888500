use std::sync::Arc;

use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::model::{
    ErrorData, Implementation, ListResourceTemplatesResult, ListResourcesResult,
    PaginatedRequestParams, ReadResourceRequestParams, ReadResourceResponse, ReadResourceResult,
    ResourceContents, ServerCapabilities, ServerConfig,
};
use rmcp::service::{RequestContext, RoleServer};
use rmcp::{ServerHandler, tool_handler};

use super::error_text::error_text;
use super::resources;
use crate::error::Error;
use crate::snippet::Generator;

/// What an assistant reads about the server.
const INSTRUCTIONS: &str = "Use `snippet` for code that answers with an HTTP status code, `explain` for what a \
                            code means and how to fix it, `compare` to decide between two codes, and `search` if \
                            you don't know the code.";

/// The server: its tools, and what they read.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) generator: Arc<Generator>,
    router: ToolRouter<Self>,
}

impl Server {
    pub(super) fn new(generator: Generator) -> Self {
        Self { generator: Arc::new(generator), router: Self::router() }
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().build();
        let mut config = ServerConfig::new(capabilities);
        config.server_info = Implementation::new("statuscraft", env!("CARGO_PKG_VERSION"));
        config.instructions = Some(INSTRUCTIONS.to_owned());
        config
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        let all = resources::all(&self.generator).map_err(|error| internal(&error))?;
        Ok(ListResourcesResult::with_all_items(all))
    }

    async fn list_resource_templates(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        Ok(ListResourceTemplatesResult::with_all_items(resources::templates()))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let uri = request.uri;
        let text = resources::read(&self.generator, &uri).map_err(|error| internal(&error))?;
        let Some(text) = text else {
            return Err(ErrorData::resource_not_found(format!("there is no `{uri}`"), None));
        };
        let contents = ResourceContents::text(text, uri).with_mime_type(resources::MEDIA_TYPE);
        Ok(ReadResourceResult::new(vec![contents]).into())
    }
}

/// A fault of an overlay's files, which the client can't avoid.
fn internal(error: &Error) -> ErrorData {
    ErrorData::internal_error(error_text(error), None)
}
