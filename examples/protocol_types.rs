//! Prints the page's protocol types: `cargo run --example protocol_types --features protocol-types`.

fn main() {
    print!("{}", maskera::protocol::typescript::declarations());
}
