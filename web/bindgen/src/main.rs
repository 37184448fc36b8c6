//! `bind MODULE FOLDER` gives the compiled `ogi-wasm` its JavaScript. `check MODULE` fails if a module uses what browsers of
//! 2020 do not have. `pack MODULE` writes it packed, beside itself.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Validator, WasmFeatures};
use zopfli::{Format, Options};

/// What Chromium 86 has of what came after the first version of WebAssembly.
const OF_2020: WasmFeatures =
    WasmFeatures::WASM1.union(WasmFeatures::BULK_MEMORY).union(WasmFeatures::SIGN_EXTENSION);

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    match &args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["bind", module, folder] => bind(Path::new(module), Path::new(folder)),
        ["check", module] => check(Path::new(module)),
        ["pack", module] => pack(Path::new(module)),
        _ => bail!("bind MODULE FOLDER, check MODULE, or pack MODULE"),
    }
}

fn bind(module: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // It is handed over, never fetched.
        .omit_default_module_path(true)
        .generate(folder)
}

fn check(module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| module.display().to_string())?;
    Validator::new_with_features(OF_2020).validate_all(&bytes)?;
    println!("{}: {} bytes, nothing that browsers of 2020 lack", module.display(), bytes.len());
    Ok(())
}

/// As gzip, which browsers of 2020 unpack themselves. Zopfli takes a minute, and its files are 4 % smaller.
fn pack(module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| module.display().to_string())?;
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, &*bytes, &mut packed)?;
    fs::write(module.with_extension("wasm.gz"), &packed)?;
    println!("packed: {} bytes", packed.len());
    Ok(())
}
