//! How an example comes from its template.

use std::sync::Arc;

use super::context::{Context, context};
use super::dedent::dedent;
use super::example::{Parts, ProgramFile, Snippet};
use super::generator::Generator;
use super::options::{Form, Options};
use super::rendered_template::RenderedTemplate;
use crate::catalogue::Status;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::targets::{FurtherFile, Target, Template};

impl Generator {
    /// The example that this template prints.
    pub(super) fn render(
        &self,
        template: &Template,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<Snippet> {
        self.catalogue.body(options.body())?;
        let environment = self.environment(target, &target.language)?;
        let context = context(status, target, options)?;
        let name = template.name.as_str();
        let mut rendered = environment.render(&self.targets, name, Context::value(&context))?;
        let mut block = |name| Ok::<_, Error>(rendered.block(name)?.map(|it| dedent(&it)));
        let (imports, setup) = (block("imports")?, block("setup")?);
        let (handler, response) = (block("handler")?, block("response")?);
        // A client has no response to make.
        let answer = match &handler {
            Some(handler) if target.is_client() => response.or_else(|| Some(handler.clone())),
            _ => response,
        };
        let missing = |block| missing(block, environment.origin(&self.targets, name));
        let differs = match template.differs {
            // What a template does not ask for makes no difference to it.
            false if context.has_asked_for_tier() => {
                let other = Options { strict: !options.strict, ..options.clone() };
                self.program(name, status, target, &other)? != rendered.text()
            }
            differs => differs,
        };
        let text = match options.form {
            Form::Program => rendered.text().to_owned(),
            Form::Handler => handler.clone().ok_or_else(|| missing("handler"))?,
            Form::Response => answer.clone().ok_or_else(|| missing("response"))?,
        };
        let files = match options.form {
            Form::Response => Vec::new(),
            Form::Program => self.files(&mut rendered, target, &context, |_| true)?,
            Form::Handler => self.files(&mut rendered, target, &context, |file| !file.setup)?,
        };
        let file = context.file_name(target.file(status.code));
        Ok(Snippet {
            code: status.code,
            target: target.id().to_owned(),
            form: options.form,
            strict: options.strict,
            has_strict: differs,
            body: options.body().to_owned(),
            text,
            parts: Parts {
                imports: imports.unwrap_or_default(),
                setup: setup.unwrap_or_default(),
                handler: handler.unwrap_or_default(),
                response: answer.unwrap_or_default(),
            },
            files,
            fence: environment.language.fence.clone(),
            run: target.run(status.code, &file, context.port),
            file,
            install: target.install(status.code).to_owned(),
            port: context.port,
            places: self.targets.places(target, status.code)?,
        })
    }

    fn program(
        &self,
        template: &str,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<String> {
        let environment = self.environment(target, &target.language)?;
        let context = context(status, target, options)?;
        let rendered = environment.render(&self.targets, template, Context::value(&context))?;
        Ok(rendered.text().to_owned())
    }

    /// The files of a program beside the first one, which is rendered.
    fn files(
        &self,
        program: &mut RenderedTemplate<'_>,
        target: &Target,
        context: &Arc<Context>,
        wanted: impl Fn(&FurtherFile) -> bool,
    ) -> Result<Vec<ProgramFile>> {
        let mut files = Vec::new();
        for file in target.files.iter().filter(|file| wanted(file)) {
            let language = file.language.as_ref().filter(|it| **it != target.language);
            let (text, environment) = match language {
                None => (program.block(&file.block)?, self.environment(target, &target.language)?),
                // Another language needs another environment, which is worth making only for a file.
                Some(_) if !program.has_block(&file.block) => continue,
                Some(language) => {
                    let environment = self.environment(target, language)?;
                    let context = Context::value(context);
                    let mut other = environment.render(&self.targets, program.name(), context)?;
                    let text = other.block(&file.block)?;
                    drop(other);
                    (text, environment)
                }
            };
            let text = text.unwrap_or_default();
            // Each byte of a text counts; code has no use for the indentation of its block.
            let text = if environment.language.is_text() { text } else { dedent(&text) };
            if !text.trim().is_empty() {
                let fence = environment.language.fence.clone();
                files.push(ProgramFile { path: context.file_name(&file.path), fence, text });
            }
        }
        Ok(files)
    }
}

/// What is wrong with a template that lacks what a form shows.
fn missing(block: &str, origin: Origin) -> Error {
    Error::new(ErrorKind::Template, format!("no block `{block}`, which `--form {block}` prints"))
        .at(origin)
        .with_hint(match block {
            "response" => {
                "put the statement that answers into `{% block response %}`, inside the handler"
            }
            _ => "put the handler and what it uses into `{% block handler %}`",
        })
}
