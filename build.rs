//! Finds the language files in templates/lang, so that a further language is one file.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("templates/lang");
    println!("cargo:rerun-if-changed=templates/lang");
    let mut tags = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name();
        tags.extend(
            name.to_str()
                .and_then(|name| name.strip_suffix(".ftl"))
                .map(str::to_owned),
        );
    }
    // Swedish first: it is what is meant where nothing is said.
    tags.sort_by_key(|tag| (tag != "sv", tag.clone()));
    let mut texts = String::from("[\n");
    for tag in &tags {
        let file = folder.join(format!("{tag}.ftl"));
        writeln!(
            texts,
            "    ({tag:?}, include_str!({:?})),",
            file.display().to_string()
        )?;
    }
    texts.push_str("]\n");
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("languages.rs"), texts)?;
    fs::write(Path::new(&out).join("tags.rs"), format!("&{tags:?}\n"))?;
    Ok(())
}
