//! An engine over files in memory, driven to the end of each job.

use maskera::{
    engine::{Engine, Files, Reply},
    error::{Code, Error, Result},
    job::fixed,
    protocol::{Job, JobResult, Overview, Request, StepView},
    store::{MemoryStore, ReadSeek},
};
use std::{cell::RefCell, io::Cursor, rc::Rc};

#[derive(Default)]
pub struct MemoryFiles(pub RefCell<Vec<(String, Rc<[u8]>)>>);

impl Files for MemoryFiles {
    fn open(&self, file: u32) -> Result<Box<dyn ReadSeek>> {
        let files = self.0.borrow();
        let (_, bytes) = files
            .get(file as usize)
            .ok_or_else(|| Error::new(Code::Io))?;
        Ok(Box::new(Cursor::new(Rc::clone(bytes))))
    }
    fn path(&self, file: u32) -> String {
        self.0
            .borrow()
            .get(file as usize)
            .map(|(name, _)| name.clone())
            .unwrap_or_default()
    }
    fn size(&self, file: u32) -> u64 {
        let files = self.0.borrow();
        files
            .get(file as usize)
            .map_or(0, |(_, bytes)| bytes.len() as u64)
    }
}

pub struct Session {
    pub engine: Engine,
    pub files: Rc<MemoryFiles>,
    pub store: MemoryStore,
}

impl Session {
    pub fn new() -> Self {
        let files = Rc::new(MemoryFiles::default());
        let store = MemoryStore::default();
        let ctx = fixed::ctx(1_795_000_000_000, 7);
        let engine = Engine::new(
            ctx,
            files.clone(),
            Rc::new(store.clone()),
            Rc::default(),
            None,
        );
        Self {
            engine,
            files,
            store,
        }
    }

    pub fn add(&self, name: &str, bytes: &[u8]) -> u32 {
        let mut files = self.files.0.borrow_mut();
        files.push((name.to_owned(), bytes.into()));
        files.len() as u32 - 1
    }

    pub fn call(&mut self, request: &str) -> serde_json::Value {
        self.try_call(request).unwrap()
    }

    pub fn try_call(&mut self, request: &str) -> Result<serde_json::Value> {
        let request: Request = serde_json::from_str(request).unwrap();
        let reply: Reply = self.engine.call(request)?;
        Ok(serde_json::to_value(&reply).unwrap())
    }

    pub fn run(&mut self, job: &str) -> Result<JobResult> {
        let job: Job = serde_json::from_str(job).unwrap();
        self.engine.start(job)?;
        for _ in 0..100_000 {
            if let StepView::Done { result } = self.engine.step()?.view {
                return Ok(result);
            }
        }
        panic!("the job does not end");
    }

    pub fn gate(&mut self) -> serde_json::Value {
        match self.run(r#"{"type":"gate"}"#).unwrap() {
            JobResult::Gate(gate) => serde_json::to_value(&gate).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    pub fn overview(&mut self, job: &str) -> Overview {
        match self.run(job).unwrap() {
            JobResult::Overview(overview) => overview,
            other => panic!("{other:?}"),
        }
    }
}
