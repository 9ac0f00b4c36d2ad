/// The hash of a text's key (FNV-1a), by which `build.rs` lays the keys out and `lang` finds them.
fn key_hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
