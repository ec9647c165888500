//! The tools. What can't be done is a result that says why, so that an assistant can correct itself.

use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{CallToolResult, ContentBlock};
use rmcp::{tool, tool_router};

use super::arguments::{
    CompareArguments, ExplainArguments, ListArguments, SearchArguments, SnippetArguments,
};
use super::error_text::error_text;
use super::server::Server;
use crate::error::Result;
use crate::output::{Article, Block, format};
use crate::request::{ArticleRequest, Request};

#[tool_router(router = tools, vis = "pub(super)")]
impl Server {
    /// Complete example handlers.
    #[tool(
        name = "snippet",
        description = "Example handlers that answer with an HTTP status code in web frameworks. Each was run in its \
                       framework, and its response was checked byte for byte. Notes say where it does not hold.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    fn snippet(&self, Parameters(arguments): Parameters<SnippetArguments>) -> CallToolResult {
        self.answer(|server| {
            let request = Request::from(arguments);
            let pages = request.pages(&server.generator)?;
            format("markdown")?.pages(&pages).map(|text| text.to_string())
        })
    }

    /// The explanation of a code.
    #[tool(
        name = "explain",
        description = "What an HTTP status code means, when it occurs, its causes, how to fix it, and what clients do \
                       with it.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    fn explain(&self, Parameters(arguments): Parameters<ExplainArguments>) -> CallToolResult {
        let examples = !arguments.targets.is_empty();
        self.article(&arguments.into(), examples)
    }

    /// Two codes side by side.
    #[tool(
        name = "compare",
        description = "Two HTTP status codes side by side: the difference that decides, and when to use which.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    fn compare(&self, Parameters(arguments): Parameters<CompareArguments>) -> CallToolResult {
        self.article(&arguments.into(), true)
    }

    /// The codes that fit a description.
    #[tool(
        name = "search",
        description = "The HTTP status codes that fit a description or an error message.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    fn search(&self, Parameters(arguments): Parameters<SearchArguments>) -> CallToolResult {
        self.article(&arguments.into(), true)
    }

    /// What there is.
    #[tool(
        name = "list",
        description = "All HTTP status codes, or the frameworks and clients that there are examples for.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    fn list(&self, Parameters(arguments): Parameters<ListArguments>) -> CallToolResult {
        match ArticleRequest::try_from(arguments) {
            Ok(request) => self.article(&request, true),
            Err(fault) => CallToolResult::error(vec![ContentBlock::text(fault)]),
        }
    }
}

impl Server {
    /// The router of the tools.
    pub(super) fn router() -> ToolRouter<Self> {
        Self::tools()
    }

    fn article(&self, request: &ArticleRequest, examples: bool) -> CallToolResult {
        self.answer(|server| {
            let mut article = request.article(&server.generator)?;
            if !examples {
                without_examples(&mut article);
            }
            format("markdown")?.article(&article).map(|text| text.to_string())
        })
    }

    fn answer(&self, work: impl FnOnce(&Self) -> Result<String>) -> CallToolResult {
        match work(self) {
            Ok(text) => CallToolResult::success(vec![ContentBlock::text(text)]),
            Err(error) => CallToolResult::error(vec![ContentBlock::text(error_text(&error))]),
        }
    }
}

/// Leaves out the examples of all frameworks, which nobody has asked for, with their headings.
fn without_examples(article: &mut Article<'_>) {
    let mut kept = Vec::new();
    for block in article.blocks.drain(..) {
        if matches!(block, Block::Examples(_)) {
            kept.pop_if(|last| matches!(last, Block::Heading(_)));
        } else {
            kept.push(block);
        }
    }
    article.blocks = kept;
}
