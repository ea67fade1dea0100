//! Puts everything into one HTML file: policy with hashes, shell, and inert data blocks (gzip in
//! base64) with the sandboxed frame's document (application and texts), engine, worker, self-test
//! and sample.
//!
//! Traps: texts are hashed exactly as they stand between their tags, those of packed documents as
//! they stand when unpacked, so nothing may change them afterwards; line ends are LF; `</script` and
//! `<!--` must not occur in a script.

use crate::{Outcome, gzip};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The parts of the page, all as final text.
pub struct Parts<'a> {
    /// `www/index.template.html`, through [`template`].
    pub template: &'a str,
    /// Script of the outer page.
    pub shell: &'a str,
    /// Style of the outer page.
    pub shell_style: &'a str,
    /// Script of the frame.
    pub app: &'a str,
    /// Style of the frame.
    pub app_style: &'a str,
    /// Script of the self-test's throwaway frame.
    pub selftest: &'a str,
    /// Glue and event loop of the worker.
    pub worker: &'a str,
    /// The engine.
    pub wasm: &'a [u8],
    /// The made-up export.
    pub sample: Option<&'a [u8]>,
    /// How the blocks are packed.
    pub gzip: gzip::Pack,
}

/// The one file.
pub fn page(parts: &Parts<'_>) -> Outcome<String> {
    let shell = script(parts.shell)?;
    let app = script(parts.app)?;
    let selftest = script(parts.selftest)?;
    let shell_style = style(parts.shell_style)?;
    let app_style = style(parts.app_style)?;
    let scripts = [&shell, &app, &selftest].map(|text| source_of(text));
    let styles = [&shell_style, &app_style].map(|text| source_of(text));
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; \
         img-src blob: data:; connect-src 'none'; form-action 'none'; base-uri 'none'; \
         frame-src 'none'; object-src 'none'",
        scripts.join(" "),
        styles.join(" "),
    );
    let frame = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Maskera</title>\n<style>{app_style}</style>\n</head>\n<body>\n\
         <div id=\"app\"></div>\n{NOTE}\n<script>{app}</script>\n</body>\n</html>\n"
    );
    let selftest = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>Self-test</title>\n</head>\n<body>\n<script>{selftest}</script>\n</body>\n</html>\n"
    );
    let block = |bytes: &[u8]| -> Outcome<String> { Ok(STANDARD.encode((parts.gzip)(bytes)?)) };
    fill(
        parts.template,
        &[
            ("policy", &policy),
            ("shell-style", &shell_style),
            ("frame", &block(frame.as_bytes())?),
            ("engine", &block(parts.wasm)?),
            ("worker", &block(unix(parts.worker).as_bytes())?),
            ("selftest", &block(selftest.as_bytes())?),
            ("sample", &parts.sample.map_or(Ok(String::new()), block)?),
            ("shell", &shell),
        ],
    )
}

/// Shown when the page refuses to start or cannot; the engine's languages are not loaded then.
const NOTE: &str = "<p id=\"note\" hidden>Maskera kan ikke starte i denne browser. · \
    Maskera kan inte starta i den här webbläsaren. · \
    Maskera kan ikke starte i denne nettleseren. · \
    Maskera ei käynnisty tässä selaimessa. · \
    Maskera cannot start in this browser.</p>";

/// The template as [`page`] wants it and as the shell knows it.
pub fn template(text: &str) -> String {
    unix(text).replace("{{note}}", NOTE)
}

/// Replaces each `{{name}}` once; every name must occur exactly once.
fn fill(template: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let mut page = String::new();
    let mut rest = template;
    let mut used = Vec::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("template: {{ without }}")?;
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| format!("template: nothing is called {name}"))?;
        page.push_str(before);
        page.push_str(value);
        used.push(name);
        rest = after;
    }
    page.push_str(rest);
    match values
        .iter()
        .find(|(name, _)| used.iter().filter(|u| *u == name).count() != 1)
    {
        None => Ok(page),
        Some((name, _)) => Err(format!("template: {name} must occur exactly once").into()),
    }
}

fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A script that can stand in HTML.
fn script(text: &str) -> Outcome<String> {
    let text = unix(text);
    let lower = text.to_ascii_lowercase();
    if lower.contains("</script") || lower.contains("<!--") || text.contains('\0') {
        return Err("a script holds </script, <!-- or a zero character".into());
    }
    Ok(text)
}

/// A style sheet that can stand in HTML.
fn style(text: &str) -> Outcome<String> {
    let text = unix(text);
    if text.to_ascii_lowercase().contains("</style") || text.contains('\0') {
        return Err("a style sheet holds </style or a zero character".into());
    }
    Ok(text)
}

/// Source expression of CSP Level 3 §2.3.1 for an inline text.
pub fn source_of(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    const TEMPLATE: &str = "<meta content=\"{{policy}}\">\n<style>{{shell-style}}</style>\
        <b>{{frame}}</b><i>{{engine}}</i><i>{{worker}}</i>\
        <i>{{selftest}}</i><i>{{sample}}</i><script>{{shell}}</script>";

    fn parts<'a>() -> Parts<'a> {
        Parts {
            template: TEMPLATE,
            shell: "shell()",
            shell_style: "a{}",
            app: "app(\"&amp;\", 1 < 2)\r\n",
            app_style: "b{}",
            selftest: "selftest()",
            worker: "worker()",
            wasm: b"\0asm",
            sample: None,
            gzip: gzip::quick,
        }
    }

    #[test]
    fn ok_hashes_are_of_the_text_that_runs() {
        let page = page(&parts()).unwrap();
        for text in [
            "shell()",
            "app(\"&amp;\", 1 < 2)\n",
            "selftest()",
            "a{}",
            "b{}",
        ] {
            assert!(page.contains(&source_of(text)), "{text}");
        }
        let (_, rest) = page.split_once("<b>").unwrap();
        let frame = STANDARD.decode(rest.split_once("</b>").unwrap().0).unwrap();
        let mut document = String::new();
        GzDecoder::new(&frame[..])
            .read_to_string(&mut document)
            .unwrap();
        assert!(document.contains("<script>app(\"&amp;\", 1 < 2)\n</script>"));
        assert!(document.contains("<style>b{}</style>"));
        assert!(!document.contains('\r') && !page.contains('\r'));
    }

    #[test]
    fn ok_same_parts_same_page() {
        assert_eq!(page(&parts()).unwrap(), page(&parts()).unwrap());
    }

    #[test]
    fn err_script_that_ends_itself() {
        let page = page(&Parts {
            app: "'</SCRIPT>'",
            ..parts()
        });
        assert!(page.is_err());
    }

    #[test]
    fn err_template_without_a_part() {
        let page = page(&Parts {
            template: "{{policy}}",
            ..parts()
        });
        assert!(page.is_err());
    }
}
