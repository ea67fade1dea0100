//! `people`: who writes in the material; `register`: the accounts that it comes from; and the file
//! of capacities that `redact` takes.

use crate::{Status, args, case, files, load, progress::Meter, say::Say};
use maskera::{
    error::{Code, Error, Result},
    job::Ctx,
    model::{ConversationId, LikelyReason, ParticipantId},
    review::{Capacity, Event},
    workflow::{Workspace, label, people, people_csv, register, register_csv},
};
use std::{io::Write, path::Path};

/// Bytes of a file of capacities.
const CAPACITY_FILE: u64 = 16 << 20;

/// Loads, joins as the log says, and searches nothing.
fn open(
    paths: &args::Listed,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<(Workspace, bool)> {
    let (case, _) = load::load_all(&paths.paths, &paths.answers, ctx, meter)?;
    let mut problems = false;
    for source in &case.sources {
        problems |= say.source(source);
    }
    let mut workspace = Workspace {
        case,
        ..Workspace::default()
    };
    if let Some(path) = &paths.decisions {
        workspace.take_log(&case::read_log(path)?)?;
    }
    case::join(&mut workspace, ctx, meter)?;
    Ok((workspace, problems))
}

fn ended(problems: bool) -> Status {
    if problems {
        Status::Problems
    } else {
        Status::Done
    }
}

/// Runs `people`.
///
/// # Errors
/// When a path or the log cannot be read.
pub fn run(args: &args::People, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let (workspace, problems) = open(&args.listed, ctx, meter, say)?;
    let everybody = people(&workspace);
    let mut out = std::io::stdout().lock();
    if args.csv {
        write!(out, "{}", people_csv(&everybody))?;
    } else if args.json {
        for person in &everybody {
            let line = serde_json::to_string(person).map_err(|_| Error::new(Code::BadRequest))?;
            writeln!(out, "{line}")?;
        }
    } else {
        for person in &everybody {
            let names = person.names.iter().chain(&person.handles);
            let names: Vec<&str> = names.map(String::as_str).collect();
            writeln!(out, "{}", names.join(", "))?;
            let counts = say.text(
                "cli-person-line",
                &[
                    ("messages", u64::from(person.messages).into()),
                    ("conversations", u64::from(person.conversations).into()),
                ],
            );
            writeln!(out, "  {counts}")?;
            if person.capacity != Capacity::Unknown {
                let id = format!("capacity-{}", person.capacity.id());
                writeln!(out, "  {}", say.text(&id, &[]))?;
            }
            if person.owner {
                writeln!(out, "  {}", say.text("cli-person-owner", &[]))?;
            }
        }
        let name = |id: ParticipantId| {
            let participant = workspace.case.participants.get(id.index());
            participant.map(label).unwrap_or_default()
        };
        for pair in &workspace.case.merged.likely_people {
            let (one, other) = (name(pair.one), name(pair.other));
            let id = match pair.reason {
                LikelyReason::Number => "cli-likely-number",
                LikelyReason::Name => "cli-likely-name",
            };
            let names = [
                ("one", one.as_str().into()),
                ("other", other.as_str().into()),
            ];
            writeln!(out, "{}", say.text(id, &names))?;
        }
    }
    Ok(ended(problems))
}

/// Runs `register`.
///
/// # Errors
/// When a path or the log cannot be read.
pub fn accounts(
    args: &args::Register,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<Status> {
    let (workspace, problems) = open(&args.listed, ctx, meter, say)?;
    let csv = register_csv(&register(&workspace, ctx.clock.now_utc_ms()));
    write!(std::io::stdout().lock(), "{csv}")?;
    Ok(ended(problems))
}

/// Reads a file of capacities into the log: lines `WHO,CAPACITY`.
///
/// # Errors
/// [`Code::BadDecisions`] with the line that cannot be read, [`Code::UnknownTarget`] for one that
/// names nobody.
pub fn capacities(workspace: &mut Workspace, path: &Path, ctx: &Ctx) -> Result<()> {
    let name = path.display().to_string();
    let bad = |line: usize| {
        Error::new(Code::BadDecisions)
            .with("line", line as u64)
            .in_file(&name)
    };
    let text = String::from_utf8(files::read_small(path, CAPACITY_FILE)?).map_err(|_| bad(1))?;
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (who, capacity) = line
            .rsplit_once([',', ';', '\t'])
            .ok_or_else(|| bad(at + 1))?;
        let who = who.trim().trim_matches('"').replace("\"\"", "\"");
        let capacity = Capacity::from_id(capacity.trim().trim_matches('"'));
        let capacity = capacity.ok_or_else(|| bad(at + 1))?;
        let places = places(workspace, &who)
            .ok_or_else(|| Error::new(Code::UnknownTarget).with("name", &who))?;
        for place in places {
            let event = Event::Capacity {
                place,
                capacity: Some(capacity),
            };
            workspace.record(event, ctx.clock.now_utc_ms())?;
        }
    }
    Ok(())
}

/// A message by its stable id, a conversation by its stable name, key or title, else everybody
/// with this number, address, name or stable name.
fn places(workspace: &Workspace, who: &str) -> Option<Vec<String>> {
    let (case, places) = (&workspace.case, workspace.decisions.review.places());
    if places.message(who).is_some() || places.participant(who).is_some() {
        return Some(vec![who.to_owned()]);
    }
    let number = maskera::import::handles::normalise(who).0;
    let people: Vec<String> = (0..)
        .zip(&case.participants)
        .filter(|(_, participant)| {
            let mut handles = participant.handles.iter();
            participant.names.iter().any(|name| name == who)
                || handles.any(|handle| handle.normalised == number)
        })
        .filter_map(|(at, _)| {
            places
                .participant_name(ParticipantId(at))
                .map(str::to_owned)
        })
        .collect();
    if !people.is_empty() {
        return Some(people);
    }
    let titled = || {
        let mut found = (0..)
            .zip(&case.conversations)
            .filter(|(_, conversation)| conversation.title.as_deref() == Some(who));
        let (at, _) = found.next()?;
        found.next().is_none().then_some(ConversationId(at))
    };
    let id = places.conversation(who).or_else(titled)?;
    Some(vec![places.conversation_name(id)?.to_owned()])
}
