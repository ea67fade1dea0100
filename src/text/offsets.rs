//! Spans in three units and the map between them.

use serde::{Deserialize, Serialize};

macro_rules! span {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
        pub struct $name {
            /// First unit.
            pub start: u32,
            /// One past the last unit.
            pub end: u32,
        }

        impl $name {
            /// A span; `start` must not exceed `end`.
            #[must_use]
            pub const fn new(start: u32, end: u32) -> Self {
                Self { start, end }
            }
            /// Number of units.
            #[must_use]
            pub const fn len(self) -> u32 {
                self.end.saturating_sub(self.start)
            }
            /// True for a span without units.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.end <= self.start
            }
            /// True when the two share at least one unit.
            #[must_use]
            pub const fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }
            /// True when `other` lies inside.
            #[must_use]
            pub const fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }
        }
    };
}

span!(
    /// A span in UTF-8 bytes, on character borders.
    ByteSpan
);
span!(
    /// A span in Unicode code points.
    CodePointSpan
);
span!(
    /// A span in UTF-16 code units, as JavaScript counts.
    Utf16Span
);

impl ByteSpan {
    /// The text of the span, or `None` off a character border.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}

/// Converts spans of one text. ASCII texts need no table.
#[derive(Debug)]
pub struct OffsetMap<'a> {
    text: &'a str,
    ascii: bool,
}

impl<'a> OffsetMap<'a> {
    /// A map for `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            ascii: text.is_ascii(),
        }
    }

    fn count(&self, upto: u32, unit: impl Fn(char) -> u32) -> u32 {
        if self.ascii {
            return upto.min(self.text.len() as u32);
        }
        self.text
            .char_indices()
            .take_while(|(at, _)| *at < upto as usize)
            .map(|(_, c)| unit(c))
            .sum()
    }

    fn byte_at(&self, units: u32, unit: impl Fn(char) -> u32) -> u32 {
        if self.ascii {
            return units.min(self.text.len() as u32);
        }
        let mut seen = 0;
        for (at, c) in self.text.char_indices() {
            if seen >= units {
                return at as u32;
            }
            seen += unit(c);
        }
        self.text.len() as u32
    }

    /// Bytes to code points.
    #[must_use]
    pub fn code_points(&self, span: ByteSpan) -> CodePointSpan {
        CodePointSpan::new(self.count(span.start, |_| 1), self.count(span.end, |_| 1))
    }

    /// Bytes to UTF-16 units.
    #[must_use]
    pub fn utf16(&self, span: ByteSpan) -> Utf16Span {
        let unit = |c: char| c.len_utf16() as u32;
        Utf16Span::new(self.count(span.start, unit), self.count(span.end, unit))
    }

    /// Code points to bytes; clamped to the text.
    #[must_use]
    pub fn bytes_of_code_points(&self, span: CodePointSpan) -> ByteSpan {
        ByteSpan::new(
            self.byte_at(span.start, |_| 1),
            self.byte_at(span.end, |_| 1),
        )
    }

    /// UTF-16 units to bytes; an offset inside a surrogate pair moves to its end. Clamped.
    #[must_use]
    pub fn bytes_of_utf16(&self, span: Utf16Span) -> ByteSpan {
        let unit = |c: char| c.len_utf16() as u32;
        ByteSpan::new(self.byte_at(span.start, unit), self.byte_at(span.end, unit))
    }
}
