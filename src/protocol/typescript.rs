//! The protocol as TypeScript declarations (host only).

use super::{
    Ack, BasisView, Card, CertificateView, ConversationRow, CoverageView, Decided, ErrorView,
    FoundPlaces, FoundSoFar, Job, MessageView, PassphraseView, PeoplePage, Picture, Place,
    RegisterView, Request, ScopeView, SearchResult, StepView, ThreadIndex, ToolView, ValuePage,
};
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(self.config);
        if self.found.contains_key(&name) {
            return;
        }
        self.found.insert(name, T::decl(self.config));
        T::visit_dependencies(self);
    }
}

/// All declarations, sorted by name.
#[must_use]
pub fn declarations() -> String {
    let config = Config::default();
    let mut all = Declarations {
        config: &config,
        found: BTreeMap::new(),
    };
    macro_rules! roots { ($($root:ty),+ $(,)?) => { $(all.visit::<$root>();)+ } }
    roots!(
        Ack,
        BasisView,
        Card,
        CertificateView,
        ConversationRow,
        FoundPlaces,
        FoundSoFar,
        CoverageView,
        Decided,
        ErrorView,
        Job,
        MessageView,
        PassphraseView,
        PeoplePage,
        Picture,
        Place,
        RegisterView,
        Request,
        ScopeView,
        SearchResult,
        StepView,
        ThreadIndex,
        ToolView,
        ValuePage,
    );
    let mut out = String::from(
        "// Written by `cargo xtask gen-protocol` from src/protocol. Do not edit.\n\n",
    );
    for declaration in all.found.values() {
        out.push_str("export ");
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    out
}
