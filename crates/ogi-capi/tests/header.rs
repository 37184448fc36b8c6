//! `include/ogi.h` is what the source says; `OGI_GENERATE=1 cargo test -p ogi-capi --test header` writes it anew.

use std::path::Path;
use std::{env, fs};

use cbindgen::{Builder, Config, DocumentationStyle, EnumConfig, Language, RenameRule};

#[test]
fn the_header_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = Config {
        language: Language::C,
        cpp_compat: true,
        include_guard: Some("OGI_H".to_owned()),
        no_includes: true,
        sys_includes: ["stddef.h", "stdint.h"].map(str::to_owned).to_vec(),
        usize_is_size_t: true,
        documentation_style: DocumentationStyle::C99,
        enumeration: EnumConfig {
            rename_variants: RenameRule::QualifiedScreamingSnakeCase,
            ..EnumConfig::default()
        },
        header: Some(
            "/* The C interface of ogi. Generated from crates/ogi-capi/src; not to be edited. */"
                .to_owned(),
        ),
        ..Config::default()
    };
    let mut header = Vec::new();
    let sources = ["lib.rs", "buffer.rs", "call.rs"].map(|it| folder.join("src").join(it));
    let builder = sources.iter().fold(Builder::new().with_config(config), Builder::with_src);
    builder.generate().unwrap().write(&mut header);
    let path = folder.join("include/ogi.h");
    if env::var_os("OGI_GENERATE").is_some() {
        fs::write(&path, &header).unwrap();
    }
    assert!(
        fs::read(&path).unwrap_or_default() == header,
        "include/ogi.h is stale; OGI_GENERATE=1 cargo test -p ogi-capi --test header"
    );
}
