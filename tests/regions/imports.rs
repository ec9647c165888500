//! Lines that a page may have only once.

use statuscraft::regions::{Kind, Printed};

use super::updated;

const IMPORT: &str = "import Tabs from '@theme/Tabs';";
const REGION: &str = "{/* statuscraft a */}\n{/* /statuscraft */}\n";

fn update(text: &str) -> Result<String, Vec<String>> {
    let print = |_: &str| Printed::new(&[IMPORT], "<Tabs />\n");
    let new = updated(text, &Kind::Mdx, print)?;
    assert_eq!(updated(&new, &Kind::Mdx, print).as_ref(), Ok(&new), "a second time");
    Ok(new)
}

#[test]
fn the_first_region_adds_them_and_the_next_does_not() {
    let new = update(&format!("{REGION}\n{REGION}")).expect("a document");
    assert_eq!(new.matches(IMPORT).count(), 1, "{new}");
    assert!(new.starts_with(&format!("{{/* statuscraft a */}}\n{IMPORT}\n\n<Tabs />\n")), "{new}");
}

#[test]
fn an_existing_import_is_enough_in_any_style() {
    for import in [IMPORT, "import Tabs from \"@theme/Tabs\"", "import { x as Tabs, y } from 'z'"] {
        let new = update(&format!("{import}\n\n{REGION}")).expect("a document");
        assert_eq!(new.matches("import ").count(), 1, "{new}");
        let new = update(&format!("{REGION}\n{import}\n")).expect("a document");
        assert_eq!(new.matches("import ").count(), 1, "{new}");
    }
}

#[test]
fn an_import_in_code_is_text() {
    let new = update(&format!("```js\n{IMPORT}\n```\n\n{REGION}")).expect("a document");
    assert_eq!(new.matches(IMPORT).count(), 2, "{new}");
}

#[test]
fn where_no_import_can_be_inserted_the_author_must_add_it() {
    let list = format!("- {}", REGION.replace("\n{", "\n  {"));
    let errors = update(&list).expect_err("a list");
    assert_eq!(
        errors,
        [
            "doc:1:3: `Tabs` must be imported outside the region; put `import Tabs from '@theme/Tabs';` at the top of the document"
        ]
    );
    let new = update(&format!("{IMPORT}\n\n{list}")).expect("a document");
    assert_eq!(new.matches(IMPORT).count(), 1, "{new}");
}
