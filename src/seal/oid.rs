//! Object identifiers of the profile, as DER values with tag and length.

/// id-ct-authEnvelopedData 1.2.840.113549.1.9.16.1.23 (RFC 5083).
pub const AUTH_ENVELOPED: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17";
/// id-data 1.2.840.113549.1.7.1 (RFC 5652).
pub const DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
/// aes256-GCM 2.16.840.1.101.3.4.1.46 (RFC 5084).
pub const AES256_GCM: &[u8] = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x01\x2e";
/// aes256-CBC 2.16.840.1.101.3.4.1.42 (RFC 3565).
pub const AES256_CBC: &[u8] = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x01\x2a";
/// id-aes256-wrap 2.16.840.1.101.3.4.1.45 (RFC 3565).
pub const AES256_WRAP: &[u8] = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x01\x2d";
/// id-PBKDF2 1.2.840.113549.1.5.12 (RFC 8018).
pub const PBKDF2: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c";
/// id-hmacWithSHA256 1.2.840.113549.2.9 (RFC 8018).
pub const HMAC_SHA256: &[u8] = b"\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x09";
/// id-alg-PWRI-KEK 1.2.840.113549.1.9.16.3.9 (RFC 5652 §6.2.4, RFC 3211).
pub const PWRI_KEK: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x03\x09";
/// id-RSAES-OAEP 1.2.840.113549.1.1.7 (RFC 8017).
pub const RSA_OAEP: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x07";
/// id-mgf1 1.2.840.113549.1.1.8 (RFC 8017).
pub const MGF1: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08";
/// id-sha256 2.16.840.1.101.3.4.2.1.
pub const SHA256: &[u8] = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01";
/// dhSinglePass-stdDH-sha256kdf-scheme 1.3.132.1.11.1 (RFC 5753).
pub const ECDH_SHA256: &[u8] = b"\x06\x06\x2b\x81\x04\x01\x0b\x01";
/// dhSinglePass-stdDH-sha384kdf-scheme 1.3.132.1.11.2 (RFC 5753).
pub const ECDH_SHA384: &[u8] = b"\x06\x06\x2b\x81\x04\x01\x0b\x02";
/// id-ecPublicKey 1.2.840.10045.2.1 (RFC 5480).
pub const EC_KEY: &[u8] = b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01";
/// secp256r1 1.2.840.10045.3.1.7.
pub const P256: &[u8] = b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07";
/// secp384r1 1.3.132.0.34.
pub const P384: &[u8] = b"\x06\x05\x2b\x81\x04\x00\x22";
/// rsaEncryption 1.2.840.113549.1.1.1.
pub const RSA_KEY: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
/// id-RSASSA-PSS 1.2.840.113549.1.1.10: a key for signatures only.
pub const RSA_PSS: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
/// id-Ed25519 1.3.101.112: a key for signatures only.
pub const ED25519: &[u8] = b"\x06\x03\x2b\x65\x70";
/// id-X25519 1.3.101.110.
pub const X25519: &[u8] = b"\x06\x03\x2b\x65\x6e";
