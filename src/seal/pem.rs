//! PEM text (RFC 7468): labelled blocks of base64. Text around the blocks is skipped, as tools
//! write explanations there. Encrypted blocks of the old kind (with header lines) are recognised
//! by their headers and not decoded.

use base64::{Engine, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

/// One block.
pub struct Block {
    /// Text after `BEGIN`.
    pub label: String,
    /// The decoded bytes; `None` when they are encrypted or not base64.
    pub der: Option<Zeroizing<Vec<u8>>>,
}

/// All blocks in order.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let Some((label, after)) = after.split_once("-----") else {
            break;
        };
        let end = format!("-----END {label}-----");
        let Some((body, after)) = after.split_once(&end) else {
            break;
        };
        let base64: Zeroizing<String> =
            Zeroizing::new(body.chars().filter(|c| !c.is_whitespace()).collect());
        found.push(Block {
            label: label.to_owned(),
            der: STANDARD.decode(base64.as_bytes()).ok().map(Zeroizing::new),
        });
        rest = after;
    }
    found
}
