//! A target of an overlay, whose code 404 has a scenario.

use statuscraft::{Error, Generator, Options, Snippet};

use crate::support::Overlay;

pub const TARGET: &str = "title: Shop\nlanguage: python\nversion: Shop 1\ndocumentation: https://shop.example/\nfile: shop.py\nport: 8000\ninstall: pip install shop\nrun: python {file}\nroute: {variables: {integer: '<int:{name}>', segment: '<{name}>'}, refuse: {'<': it opens a variable}}\n";

pub const SCENARIO: &str = "{line: A client asks for a book that the shop doesn't have., path: '/books/{id}', variables: {id: integer}, at: {id: 1}, name: get_book}";

const PROGRAM: &str = "{% block imports %}\nimport shop\n{% endblock %}\n{% block setup %}\nshop.start()\n{% endblock %}\n{% block handler %}\n{% endblock %}\n";

const LOOKUP: &str = "{% extends \"program.j2\" %}
{% block handler %}
books = {1: \"The Trial\"}


@shop.get({{ route }})
def {{ name | snake }}(id):
    if id not in books:
{% block response %}
        shop.abort({{ code }}, {{ message }})
{% endblock %}
    return books[id]
{% endblock %}
";

/// The status file of 404 with that scenario.
pub fn status(scenario: &str) -> String {
    format!(
        "code: 404\nphrase: Not Found\nregistration: registered\nfault: client\nspec: {{document: RFC 9110, section: \"15.5.5\"}}\ncontent: allowed\nrecipe: lookup\nscenario: {scenario}\nexchange:\n  request: {{at: {{id: 7}}}}\nsummary: A text.\n"
    )
}

/// The target `shop`, and a 404 whose scenario is about a book.
pub fn shop() -> Overlay {
    Overlay::new()
        .file("data/statuses/404.yaml", status(SCENARIO))
        .file("snippet-templates/shop/target.yaml", TARGET)
        .file("snippet-templates/shop/program.j2", PROGRAM)
        .file("snippet-templates/shop/recipes/lookup.j2", LOOKUP)
}

/// The 404 of the shop.
pub fn not_found(generator: &Generator, options: &Options) -> Result<Snippet, Error> {
    generator.snippet(generator.status("404")?, &*generator.target("shop")?, options)
}

/// An overlay in which the handler of the shop is this text.
pub fn handler(text: &str) -> Overlay {
    let recipe = format!(
        "{{% extends \"program.j2\" %}}\n{{% block handler %}}\n{text}\n{{% endblock %}}\n"
    );
    shop().file("snippet-templates/shop/recipes/lookup.j2", recipe)
}
