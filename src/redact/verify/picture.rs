//! Checks a written JPEG (ITU T.81): only the segments that make the picture, a bare JFIF header,
//! and nothing after the end.

#[derive(Default)]
enum State {
    #[default]
    Start,
    Marker,
    Length {
        marker: u8,
        first: Option<u8>,
    },
    Skip {
        marker: u8,
        left: usize,
    },
    Scan {
        escape: bool,
    },
    After,
    Broken,
}

#[derive(Default)]
pub(super) struct Segments {
    state: State,
    header: usize,
    reported: bool,
}

impl Segments {
    /// Takes bytes (none at the end of the file); names the first problem, once.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Option<&'static str> {
        if self.reported {
            return None;
        }
        let problem = if bytes.is_empty() {
            (!matches!(self.state, State::After)).then_some("incomplete")
        } else {
            bytes.iter().find_map(|byte| self.byte(*byte))
        };
        self.reported |= problem.is_some();
        problem
    }

    fn byte(&mut self, byte: u8) -> Option<&'static str> {
        match &mut self.state {
            State::Start => {
                let expected = if self.header == 0 { 0xff } else { 0xd8 };
                self.header += 1;
                if byte != expected {
                    self.state = State::Broken;
                    return Some("not-jpeg");
                }
                if self.header == 2 {
                    self.state = State::Marker;
                }
            }
            State::Marker => match byte {
                0xff => {}
                0xd9 => self.state = State::After,
                0xe1..=0xef => {
                    self.state = State::Broken;
                    return Some("metadata");
                }
                0xfe => {
                    self.state = State::Broken;
                    return Some("comment");
                }
                marker => {
                    self.state = State::Length {
                        marker,
                        first: None,
                    };
                }
            },
            State::Length { marker, first } => match *first {
                None => *first = Some(byte),
                Some(high) => {
                    let length = usize::from(u16::from_be_bytes([high, byte]));
                    let marker = *marker;
                    if marker == 0xe0 && length != 16 {
                        self.state = State::Broken;
                        return Some("thumbnail");
                    }
                    self.skip(marker, length.saturating_sub(2));
                }
            },
            State::Skip { marker, left } => {
                let (marker, left) = (*marker, *left - 1);
                self.skip(marker, left);
            }
            State::Scan { escape } => {
                if *escape {
                    match byte {
                        0 | 0xd0..=0xd7 => *escape = false,
                        0xff => {}
                        _ => {
                            self.state = State::Marker;
                            return self.byte(byte);
                        }
                    }
                } else {
                    *escape = byte == 0xff;
                }
            }
            State::After => {
                self.state = State::Broken;
                return Some("bytes-after-end");
            }
            State::Broken => {}
        }
        None
    }

    fn skip(&mut self, marker: u8, left: usize) {
        self.state = match (left, marker) {
            (0, 0xda) => State::Scan { escape: false },
            (0, _) => State::Marker,
            (left, marker) => State::Skip { marker, left },
        };
    }
}
