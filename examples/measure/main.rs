//! What `cargo xtask bench` runs as an optimised program of its own: one measurement per call, one
//! JSON object on standard output. Times are seconds of processor time where the system tells them.
#![allow(clippy::disallowed_methods)]

mod chats;
mod ctx;
mod engine;
mod generate;
mod held;
mod import;
mod json;
mod seal;
mod texts;

use std::{env, error::Error, process::ExitCode};

/// Result of a measurement.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

const USAGE: &str = "measure generate (bytes|messages) COUNT THREADS FINDINGS FILE
measure generate-media BYTES FILE
measure generate-chat FORM BYTES FILE
measure import FILE
measure json FORM FILE
measure held FILE
measure load FILE
measure scan FILE [rules]
measure texts FOLDER
measure engine FILE
measure hash FILE
measure seal FILE CERTIFICATE BUNDLE
measure open BUNDLE KEY";

fn run(args: &[&str]) -> Outcome<serde_json::Value> {
    match *args {
        ["generate", unit, count, threads, findings, file] => {
            let shape = generate::Shape {
                limit: count.parse()?,
                messages: unit == "messages",
                threads: threads.parse()?,
                findings: findings.parse()?,
            };
            generate::messages(&shape, file.as_ref())
        }
        ["generate-media", bytes, file] => generate::media(bytes.parse()?, file.as_ref()),
        ["generate-chat", form, bytes, file] => chats::chat(form, bytes.parse()?, file.as_ref()),
        ["json", form, file] => json::against_records(form, file.as_ref()),
        ["held", file] => held::held(file.as_ref()),
        ["import", file] => import::import(file.as_ref()),
        ["load", file] => import::plain(file.as_ref()),
        ["scan", file] => import::scan(file.as_ref(), true),
        ["scan", file, "rules"] => import::scan(file.as_ref(), false),
        ["texts", folder] => texts::texts_of(folder.as_ref()),
        ["engine", file] => engine::requests(file),
        ["hash", file] => seal::hash(file.as_ref()),
        ["seal", file, certificate, bundle] => {
            seal::seal(file.as_ref(), certificate.as_ref(), bundle.as_ref())
        }
        ["open", bundle, key] => seal::open(bundle.as_ref(), key.as_ref()),
        _ => Err(USAGE.into()),
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(found) => {
            println!("{found}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("measure: {error}");
            ExitCode::FAILURE
        }
    }
}
