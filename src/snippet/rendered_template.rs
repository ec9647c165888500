//! A template that has been rendered, from which blocks can be taken.

use std::io;

use minijinja::value::Value;
use minijinja::{Captured, Error as TemplateError, ErrorKind as TemplateErrorKind};

use super::environment::TemplateEnvironment;
use crate::error::Result;
use crate::targets::Targets;

/// A rendered template. Its blocks can be rendered for themselves.
pub(super) struct RenderedTemplate<'e> {
    environment: &'e TemplateEnvironment,
    targets: &'e Targets,
    name: &'e str,
    captured: Captured<'e>,
}

impl TemplateEnvironment {
    /// Renders a whole template.
    pub(super) fn render<'e>(
        &'e self,
        targets: &'e Targets,
        name: &'e str,
        context: Value,
    ) -> Result<RenderedTemplate<'e>> {
        let captured = self.template(name).and_then(|it| it.render_captured(context));
        let captured = captured.map_err(|error| self.error(targets, name, &error))?;
        Ok(RenderedTemplate { environment: self, targets, name, captured })
    }
}

impl<'e> RenderedTemplate<'e> {
    /// The template's name.
    pub(super) fn name(&self) -> &'e str {
        self.name
    }

    /// One of its blocks, if it has it.
    pub(super) fn block(&mut self, block: &str) -> Result<Option<String>> {
        match self.captured.with_state_mut(|state| state.render_block(block)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(self.environment.error(self.targets, self.name, &error)),
        }
    }

    /// Whether it has that block, even one that can't be printed in the environment's language.
    pub(super) fn has_block(&mut self, block: &str) -> bool {
        let printed =
            self.captured.with_state_mut(|state| state.render_block_to_write(block, io::sink()));
        !printed.is_err_and(|error| is_missing(&error))
    }

    /// The text of the whole template.
    pub(super) fn text(&self) -> &str {
        self.captured.output()
    }
}

fn is_missing(error: &TemplateError) -> bool {
    error.kind() == TemplateErrorKind::UnknownBlock
}
