//! `scan`: findings of whole exports, or of single texts.

use crate::{
    Status, args,
    case::{self, Opened},
    files,
    progress::Meter,
    say::Say,
    search,
    system::check_stop,
};
use maskera::{
    detect::{Near, Scanner, Settings},
    error::{Code, Result},
    finding::{Band, Category},
    job::Ctx,
    text::OffsetMap,
    workflow::FindingLines,
};
use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, BufReader, BufWriter, Read, Write, stdin, stdout},
    path::Path,
};

/// Bytes of one line of a texts file.
const LINE_LIMIT: u64 = 64 << 20;

/// Runs the command.
///
/// # Errors
/// When a file cannot be read.
pub fn run(args: &args::Scan, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    if let Some(path) = &args.texts {
        return texts(path, search::settings(&args.search)?);
    }
    let Opened {
        workspace,
        problems,
        ..
    } = case::open(
        &args.paths,
        &args.answers,
        &args.search,
        None,
        ctx,
        meter,
        say,
    )?;
    let lines = FindingLines::new(&workspace.case, false);
    let mut out = BufWriter::new(stdout().lock());
    for id in workspace.decisions.review.ids() {
        let Some(line) = lines.line(&workspace, id) else {
            continue;
        };
        if args.json {
            out.write_all(line.to_line()?.as_bytes())?;
        } else {
            let place = line.message.as_deref().or(line.place.as_deref());
            writeln!(
                out,
                "{:?}  {:<22} {}  {} {}  {}",
                line.band,
                line.category.id(),
                line.source.unwrap_or_default(),
                place.unwrap_or_default(),
                line.field,
                line.text
            )?;
        }
    }
    out.flush()?;
    Ok(if problems {
        Status::Problems
    } else {
        Status::Done
    })
}

/// A line that is asked.
#[derive(Deserialize)]
struct Asked {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    lang: Option<String>,
}

/// Its answer.
#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    findings: Vec<Found>,
}

/// A finding in a single text; code points, end exclusive.
#[derive(Serialize)]
struct Found {
    start: u32,
    end: u32,
    category: Category,
    score: f32,
    band: Band,
}

/// The answer to a line that cannot be read. Every line has its answer.
#[derive(Serialize)]
struct Refused {
    id: serde_json::Value,
    error: Fault,
}

#[derive(Serialize)]
struct Fault {
    code: Code,
    line: u64,
}

fn answer(scanner: &Scanner, asked: Asked) -> Answer {
    let near = Near {
        lang: asked.lang.as_deref(),
        ..Near::default()
    };
    let offsets = OffsetMap::new(&asked.text);
    let findings = scanner
        .scan_alone(&asked.text, &near)
        .into_iter()
        .filter_map(|claim| {
            let span = offsets.code_points(claim.span);
            Some(Found {
                start: span.start,
                end: span.end,
                category: claim.category,
                score: claim.score,
                band: Band::of_score(claim.score)?,
            })
        })
        .collect();
    Answer {
        id: asked.id,
        findings,
    }
}

/// The id of a line that is JSON but not as asked, so that its error can be matched.
fn id_of(line: &[u8]) -> serde_json::Value {
    let value: Option<serde_json::Value> = serde_json::from_slice(line).ok();
    value
        .and_then(|mut value| value.get_mut("id").map(serde_json::Value::take))
        .unwrap_or_default()
}

/// Reads the next line without its end; `None` at the end of the file. A line over the limit
/// comes back cut, and its rest is passed over.
fn next_line(reader: &mut dyn BufRead, line: &mut Vec<u8>) -> Result<Option<bool>> {
    line.clear();
    let got = Read::take(&mut *reader, LINE_LIMIT).read_until(b'\n', line)?;
    if got == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") {
        line.pop();
        return Ok(Some(true));
    }
    if (got as u64) < LINE_LIMIT {
        return Ok(Some(true));
    }
    while let Ok(buffer) = reader.fill_buf() {
        if buffer.is_empty() {
            break;
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        reader.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(Some(false))
}

fn texts(path: &Path, settings: Settings) -> Result<Status> {
    let mut reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(BufReader::new(stdin().lock()))
    } else {
        Box::new(BufReader::new(files::open(path)?))
    };
    let scanner = Scanner::with_settings(&[], settings);
    let mut out = BufWriter::new(stdout().lock());
    let mut status = Status::Done;
    let mut bytes = Vec::new();
    let mut number = 0;
    while let Some(whole) = next_line(&mut *reader, &mut bytes)? {
        number += 1;
        check_stop()?;
        let line = match number {
            1 => bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes),
            _ => &bytes,
        };
        let asked = whole.then(|| serde_json::from_slice::<Asked>(line));
        let written = match asked {
            Some(Ok(asked)) => serde_json::to_writer(&mut out, &answer(&scanner, asked)),
            asked => {
                status = Status::Problems;
                let code = match asked {
                    None => Code::LimitExceeded,
                    Some(_) => Code::MalformedRecord,
                };
                let error = Fault { code, line: number };
                let id = if whole {
                    id_of(line)
                } else {
                    Default::default()
                };
                serde_json::to_writer(&mut out, &Refused { id, error })
            }
        };
        written.map_err(std::io::Error::from)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(status)
}
