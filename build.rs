//! Finds the language files in templates/lang, so that a further language is one file; and tells programs of other sources apart.

use std::collections::hash_map::DefaultHasher;
use std::error::Error;
use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("templates/lang");
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

    let mut sources = DefaultHasher::new();
    for part in ["src", "templates", "build.rs", "Cargo.toml", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={part}");
        hash(Path::new(part), &mut sources)?;
    }
    env::var_os("CARGO_FEATURE_PDF").hash(&mut sources);
    println!("cargo:rustc-env=LOFTE_SOURCES={:016x}", sources.finish());
    Ok(())
}

/// Hashes the names and bytes of all files below.
fn hash(path: &Path, sources: &mut DefaultHasher) -> io::Result<()> {
    path.hash(sources);
    if !path.is_dir() {
        fs::read(path)?.hash(sources);
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut below = entries.collect::<io::Result<Vec<_>>>()?;
    below.sort();
    below.iter().try_for_each(|path| hash(path, sources))
}
