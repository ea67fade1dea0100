//! Requests of the page on a large case, without the page.

use crate::{
    Outcome,
    ctx::{ctx, timed},
};
use maskera::{
    engine::{Engine, Files, Reply},
    error::{Code, Error, Result},
    protocol::{Job, Request, StepView},
    store::{MemoryStore, ReadSeek},
};
use serde_json::{Map, Value, json};
use std::{fs::File, io::BufReader, rc::Rc};

struct OneFile(String);

impl Files for OneFile {
    fn open(&self, _: u32) -> Result<Box<dyn ReadSeek>> {
        let file = File::open(&self.0).map_err(|_| Error::new(Code::Io))?;
        Ok(Box::new(BufReader::with_capacity(256 << 10, file)))
    }
    fn path(&self, _: u32) -> String {
        "export.xml".to_owned()
    }
    fn size(&self, _: u32) -> u64 {
        std::fs::metadata(&self.0).map_or(0, |file| file.len())
    }
}

/// Runs a job; gives the seconds of the whole and of its longest step.
fn run(engine: &mut Engine, job: Value) -> Outcome<(f64, f64)> {
    let job: Job = serde_json::from_value(job)?;
    engine.start(job)?;
    let (mut whole, mut longest) = (0.0, 0.0f64);
    loop {
        let (step, seconds) = timed(|| engine.step());
        whole += seconds;
        longest = longest.max(seconds);
        if let StepView::Done { .. } = step?.view {
            return Ok((whole, longest));
        }
    }
}

/// Searches for words, step by step; gives the seconds of the whole and of its longest step.
fn search(engine: &mut Engine, words: &str) -> Outcome<(f64, f64)> {
    let request = json!({"type": "search", "query": words, "conversation": null, "limit": 100});
    let request: Request = serde_json::from_value(request)?;
    let (mut whole, mut longest) = (0.0, 0.0f64);
    loop {
        let (reply, seconds) = timed(|| engine.call(request.clone()));
        whole += seconds;
        longest = longest.max(seconds);
        match reply? {
            Reply::Search(result) if !result.done => {}
            Reply::Search(_) => return Ok((whole, longest)),
            _ => return Err("no search".into()),
        }
    }
}

/// Loads and searches a file, then makes each kind of request once (a second time for those that
/// the page repeats) and says how long the answer took.
pub fn requests(path: &str) -> Outcome<Value> {
    let files = Rc::new(OneFile(path.to_owned()));
    let store = Rc::new(MemoryStore::default());
    let mut engine = Engine::new(ctx(), files, store, Rc::default(), None);
    let load = run(&mut engine, json!({"type": "load", "files": [0]}))?;
    let scan = run(&mut engine, json!({"type": "scan"}))?;
    let Reply::Overview(overview) = engine.call(Request::Overview)? else {
        return Err("no overview".into());
    };
    let value = json!({"type": "value", "finding": 0});
    let decide =
        json!({"type": "decide", "scope": value, "action": "redact", "basis": null, "note": null});
    let last = overview.messages.saturating_sub(100);
    let thread = json!({"type": "thread", "conversation": 0, "start": last / 2, "count": 100});
    let zone = json!({"type": "set-scope", "excluded": [], "from": "2020-01-02", "to": null, "zone": "Europe/Stockholm"});
    let requests = [
        ("overview", json!({"type": "overview"})),
        ("conversations", json!({"type": "conversations"})),
        (
            "thread-index",
            json!({"type": "thread-index", "conversation": 0}),
        ),
        ("thread", thread),
        (
            "thread-end",
            json!({"type": "thread", "conversation": 0, "start": last, "count": 100}),
        ),
        ("locate", json!({"type": "locate", "message": last})),
        (
            "values",
            json!({"type": "values", "conversation": null, "onlyOpen": false, "start": 0, "count": 100}),
        ),
        (
            "next-open",
            json!({"type": "next-open", "after": null, "conversation": null, "backwards": false}),
        ),
        ("card", json!({"type": "card", "finding": 1})),
        ("decide", decide),
        ("undo", json!({"type": "undo"})),
        ("redo", json!({"type": "redo"})),
        ("scope", json!({"type": "scope"})),
        ("accept", json!({"type": "accept-suggestions"})),
        (
            "preview",
            json!({"type": "preview", "conversation": 0, "start": last, "count": 100}),
        ),
        ("set-scope", zone),
        ("conversations-period", json!({"type": "conversations"})),
        ("snapshot", json!({"type": "snapshot"})),
    ];
    let mut seconds = Map::new();
    for (name, request) in requests {
        let request: Request = serde_json::from_value(request)?;
        let (reply, taken) = timed(|| engine.call(request));
        reply.map_err(|error| format!("{name}: {error}"))?;
        seconds.insert(name.to_owned(), taken.into());
    }
    let gate = run(&mut engine, json!({"type": "gate"}))?;
    let gate_again = run(&mut engine, json!({"type": "gate"}))?;
    let mut searches = Map::new();
    for words in ["kommunen", "e", "qwertzuiop"] {
        let (whole, step) = search(&mut engine, words)?;
        searches.insert(words.to_owned(), json!([whole, step]));
    }
    Ok(json!({
        "gate": gate.0, "gate_step": gate.1.max(gate_again.1), "searches": searches,
        "messages": overview.messages, "places": overview.review.places,
        "load": load.0, "load_step": load.1, "scan": scan.0, "scan_step": scan.1,
        "requests": seconds,
    }))
}
