//! Rows of figures, as text and as Markdown.

use super::machine;

/// What a figure has to be.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// At most this.
    Most(f64),
    /// At least this.
    Least(f64),
    /// Nothing was promised.
    None,
}

/// One figure.
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The figure that counts.
    pub value: f64,
    /// Its unit; `x` for a ratio.
    pub unit: &'static str,
    /// The goal.
    pub goal: Goal,
    /// The numbers that it was made from.
    pub raw: String,
}

impl Row {
    fn shown(&self) -> String {
        number(self.value, self.unit)
    }

    fn goal_text(&self) -> String {
        match self.goal {
            Goal::Most(goal) => format!("at most {}", number(goal, self.unit)),
            Goal::Least(goal) => format!("at least {}", number(goal, self.unit)),
            Goal::None => String::new(),
        }
    }

    fn verdict(&self) -> &'static str {
        let met = match self.goal {
            Goal::Most(goal) => self.value <= goal,
            Goal::Least(goal) => self.value >= goal,
            Goal::None => return "",
        };
        if met { "met" } else { "MISSED" }
    }
}

fn number(value: f64, unit: &str) -> String {
    let digits = match value.abs() {
        v if v >= 100.0 => 0,
        v if v >= 10.0 => 1,
        v if v >= 1.0 => 2,
        _ => 3,
    };
    let gap = if unit == "x" { "" } else { " " };
    format!("{value:.digits$}{gap}{unit}")
}

/// All figures of one run.
pub struct Report {
    rows: Vec<Row>,
    missing: Vec<String>,
    head: Vec<String>,
}

impl Report {
    /// Notes machine, date and load at the start.
    pub fn new(quick: bool) -> Self {
        let size = if quick {
            "small inputs (--quick): not for publishing"
        } else {
            "full inputs"
        };
        Self {
            rows: Vec::new(),
            missing: Vec::new(),
            head: vec![
                format!("{}, {size}", machine::today()),
                machine::machine(),
                format!("load average at the start: {}", machine::load()),
                [
                    machine::version("rustc", &["--version"]),
                    format!("node {}", machine::version("node", &["--version"])),
                    machine::version("openssl", &["version"]),
                    machine::version("7z", &[]),
                ]
                .join("; "),
            ],
        }
    }

    /// Notes a circumstance.
    pub fn note(&mut self, line: String) {
        self.head.push(line);
    }

    /// Adds a figure and shows it at once.
    pub fn add(&mut self, row: Row) {
        eprintln!(
            "  {}: {} {} ({})",
            row.what,
            row.shown(),
            row.verdict(),
            row.raw
        );
        self.rows.push(row);
    }

    /// Notes what could not be measured.
    pub fn missing(&mut self, what: &str, why: &str) {
        eprintln!("  {what}: not measured: {why}");
        self.missing.push(format!("{what}: {why}"));
    }

    /// For the terminal.
    pub fn text(&self) -> String {
        let mut text = self.head.join("\n") + "\n\n";
        let width = self.rows.iter().map(|row| row.what.chars().count()).max();
        let width = width.unwrap_or(0);
        for row in &self.rows {
            let gap = " ".repeat(width - row.what.chars().count());
            text += &format!(
                "{}{gap}  {:>10}  {:<20} {:<7} {}\n",
                row.what,
                row.shown(),
                row.goal_text(),
                row.verdict(),
                row.raw
            );
        }
        for missing in &self.missing {
            text += &format!("not measured: {missing}\n");
        }
        text
    }

    /// docs/benchmarks.md.
    pub fn markdown(&self) -> String {
        let mut text = String::from(
            "# Benchmarks\n\nWritten by `cargo xtask bench --write`: all figures of one run, on one \
             machine. Rates depend on the machine and on what else it does; the ratios compare \
             measurements that were taken directly one after the other. MB is 10^6 bytes. Times of \
             the core, natively and in node, are processor time, because other work on a machine moves the \
             wall clock; those of the page are wall clock. The best of three runs counts unless a line says \
             otherwise. Inputs are generated (`examples/measure/generate.rs`).\n\n",
        );
        for line in &self.head {
            text += &format!("- {line}\n");
        }
        text += "\n| What | Result | Goal | | Raw numbers |\n|---|---|---|---|---|\n";
        for row in &self.rows {
            text += &format!(
                "| {} | {} | {} | {} | {} |\n",
                row.what,
                row.shown(),
                row.goal_text(),
                row.verdict(),
                row.raw
            );
        }
        if !self.missing.is_empty() {
            text += "\nNot measured in this run:\n\n";
            for missing in &self.missing {
                text += &format!("- {missing}\n");
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_and_numbers() {
        let row = |value, goal| Row {
            what: "a".into(),
            value,
            unit: "x",
            goal,
            raw: String::new(),
        };
        assert_eq!(row(2.5, Goal::Most(2.5)).verdict(), "met");
        assert_eq!(row(2.6, Goal::Most(2.5)).verdict(), "MISSED");
        assert_eq!(row(0.8, Goal::Least(0.8)).verdict(), "met");
        assert_eq!(row(0.8, Goal::None).verdict(), "");
        assert_eq!(row(0.8123, Goal::None).shown(), "0.812x");
        assert_eq!(number(1234.5, "MB/s"), "1234 MB/s");
    }
}
