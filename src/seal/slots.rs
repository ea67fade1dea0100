//! Recipient slots: the content key, once per secret. Passphrases use PasswordRecipientInfo
//! (RFC 5652 §6.2.4 with the key wrap of RFC 3211), certificates use KeyTransRecipientInfo with
//! RSAES-OAEP (RFC 3560, RFC 8017) or KeyAgreeRecipientInfo with ephemeral-static ECDH (RFC 5753).
//! Parameters are fixed by `docs/formats/bundle.md` §4; other forms are refused when read.

use super::{
    certificate::{Certificate, PublicKey},
    der::{self, Reader, tag},
    envelope::forbidden,
    gcm::same_tag,
    oid,
    private_key::PrivateKey,
};
use crate::{
    error::{Code, Error, Result},
    job::Ctx,
    limits,
};
use aes::{
    Aes256,
    cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit},
};
use aes_kw::KwAes256;
use sha2::{Digest, Sha256, Sha384};
use zeroize::Zeroizing;

/// The key that all parts are encrypted with, or a key that encrypts it.
pub type Key = Zeroizing<[u8; 32]>;

/// What kind of secret opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// A passphrase.
    Passphrase,
    /// The private key of an RSA certificate.
    CertificateRsa,
    /// The private key of an EC certificate.
    CertificateEc,
}

/// A slot as it can be named to people: CMS has no field for labels.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct SlotLabel {
    /// What opens it.
    pub kind: SlotKind,
    /// First 8 bytes of the SHA-256 of its RecipientInfo, in hexadecimal.
    pub fingerprint: String,
}

/// The parts of a passphrase slot that are not secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordSlot {
    /// Salt of the key derivation.
    pub salt: [u8; 16],
    /// Iterations of the key derivation.
    pub iterations: u32,
    /// Initialisation vector of the key wrap.
    pub iv: [u8; 16],
    /// The wrapped content key.
    pub wrapped: [u8; 48],
}

/// A curve of an ECDH slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// secp256r1, key derivation with SHA-256.
    P256,
    /// secp384r1, key derivation with SHA-384.
    P384,
}

impl Curve {
    fn oid(self) -> &'static [u8] {
        match self {
            Curve::P256 => oid::P256,
            Curve::P384 => oid::P384,
        }
    }
    fn scheme(self) -> &'static [u8] {
        match self {
            Curve::P256 => oid::ECDH_SHA256,
            Curve::P384 => oid::ECDH_SHA384,
        }
    }
}

/// What a slot holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Opened by a passphrase.
    Password(PasswordSlot),
    /// Opened by an RSA key: the encrypted content key.
    Rsa(Vec<u8>),
    /// Opened by an EC key: curve, the sender's ephemeral point, the wrapped content key.
    Ecdh(Curve, Vec<u8>, [u8; 40]),
}

/// A slot and how it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The slot.
    pub slot: Slot,
    /// Its name.
    pub label: SlotLabel,
}

type Blocks = [[u8; 16]; 3];

fn blocks_of(bytes: &[u8; 48]) -> Blocks {
    let mut out = [[0; 16]; 3];
    for (to, from) in out.iter_mut().zip(bytes.chunks_exact(16)) {
        to.copy_from_slice(from);
    }
    out
}

fn xor(block: &mut [u8; 16], with: &[u8; 16]) {
    for (to, from) in block.iter_mut().zip(with) {
        *to ^= from;
    }
}

fn cbc_encrypt(cipher: &Aes256, iv: [u8; 16], blocks: &mut Blocks) -> [u8; 16] {
    let mut previous = iv;
    for block in blocks {
        xor(block, &previous);
        cipher.encrypt_block(block.into());
        previous = *block;
    }
    previous
}

fn cbc_decrypt(cipher: &Aes256, iv: [u8; 16], blocks: &mut Blocks) {
    let mut previous = iv;
    for block in blocks {
        let encrypted = *block;
        cipher.decrypt_block(block.into());
        xor(block, &previous);
        previous = encrypted;
    }
}

/// RFC 3211 §2.3.1: length, complement of the first three bytes, key, random padding; encrypted
/// twice in CBC.
fn wrap_with_password(kek: &Key, iv: [u8; 16], key: &Key, padding: [u8; 12]) -> [u8; 48] {
    let cipher = Aes256::new((&**kek).into());
    let check = key.iter().take(3).map(|byte| !byte);
    let bytes = [32].into_iter().chain(check).chain(key.iter().copied());
    let mut plain = Zeroizing::new([0; 48]);
    for (to, from) in plain.iter_mut().zip(bytes.chain(padding)) {
        *to = from;
    }
    let mut blocks = Zeroizing::new(blocks_of(&plain));
    let last = cbc_encrypt(&cipher, iv, &mut blocks);
    cbc_encrypt(&cipher, last, &mut blocks);
    let mut out = [0; 48];
    out.copy_from_slice(blocks.as_flattened());
    out
}

impl PasswordSlot {
    /// RFC 3211 §2.3.2. `None` when the three check bytes do not fit: most likely another
    /// passphrase.
    pub fn unwrap(&self, kek: &Key) -> Option<Key> {
        let cipher = Aes256::new((&**kek).into());
        let mut blocks = Zeroizing::new(blocks_of(&self.wrapped));
        let [_, before, last] = *blocks;
        let mut iv = last;
        cipher.decrypt_block((&mut iv).into());
        xor(&mut iv, &before);
        cbc_decrypt(&cipher, iv, &mut blocks);
        cbc_decrypt(&cipher, self.iv, &mut blocks);
        let plain = blocks.as_flattened();
        let (length, rest) = plain.split_first()?;
        let (check, rest) = rest.split_first_chunk::<3>()?;
        let (key, _) = rest.split_first_chunk::<32>()?;
        let expected: Vec<u8> = key.iter().take(3).map(|byte| !byte).collect();
        (*length == 32 && same_tag(check, &expected)).then(|| Zeroizing::new(*key))
    }
}

fn sha256_algorithm() -> Vec<u8> {
    der::value(tag::SEQUENCE, &[oid::SHA256, &der::header(tag::NULL, 0)])
}

fn oaep_algorithm() -> Vec<u8> {
    let hash = sha256_algorithm();
    let mask = der::value(tag::SEQUENCE, &[oid::MGF1, &hash]);
    let parameters = der::value(
        tag::SEQUENCE,
        &[
            &der::value(tag::CONTEXT_0, &[&hash]),
            &der::value(tag::CONTEXT_1, &[&mask]),
        ],
    );
    der::value(tag::SEQUENCE, &[oid::RSA_OAEP, &parameters])
}

fn wrap_algorithm() -> Vec<u8> {
    der::value(tag::SEQUENCE, &[oid::AES256_WRAP])
}

fn agreement_algorithm(curve: Curve) -> Vec<u8> {
    der::value(tag::SEQUENCE, &[curve.scheme(), &wrap_algorithm()])
}

/// ANSI X9.63 key derivation over the shared secret with ECC-CMS-SharedInfo (RFC 5753 §7.2).
fn agreed_key(curve: Curve, shared: &[u8]) -> Key {
    let bits = der::value(tag::OCTETS, &[&256_u32.to_be_bytes()]);
    let info = der::value(
        tag::SEQUENCE,
        &[&wrap_algorithm(), &der::value(tag::CONTEXT_2, &[&bits])],
    );
    let input = Zeroizing::new([shared, &[0, 0, 0, 1], &info].concat());
    let mut key = Zeroizing::new([0; 32]);
    let digest = Zeroizing::new(match curve {
        Curve::P256 => Sha256::digest(&*input).to_vec(),
        Curve::P384 => Sha384::digest(&*input).to_vec(),
    });
    for (to, from) in key.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    key
}

/// Writes a passphrase slot.
pub fn write_password(kek: &Key, slot: &PasswordPlan, key: &Key) -> Vec<u8> {
    let wrapped = wrap_with_password(kek, slot.iv, key, slot.padding);
    encode_password(&PasswordSlot {
        salt: slot.salt,
        iterations: slot.iterations,
        iv: slot.iv,
        wrapped,
    })
}

/// The random and chosen values of a passphrase slot, before its key is derived.
pub struct PasswordPlan {
    /// Salt of the key derivation.
    pub salt: [u8; 16],
    /// Iterations of the key derivation.
    pub iterations: u32,
    /// Initialisation vector of the key wrap.
    pub iv: [u8; 16],
    /// Padding behind the wrapped key.
    pub padding: [u8; 12],
}

impl PasswordPlan {
    /// Draws the random values.
    pub fn new(iterations: u32, ctx: &mut Ctx) -> Self {
        PasswordPlan {
            salt: ctx.random(),
            iterations,
            iv: ctx.random(),
            padding: ctx.random(),
        }
    }
}

fn encode_password(slot: &PasswordSlot) -> Vec<u8> {
    let prf = der::value(
        tag::SEQUENCE,
        &[oid::HMAC_SHA256, &der::header(tag::NULL, 0)],
    );
    let parameters = der::value(
        tag::SEQUENCE,
        &[
            &der::value(tag::OCTETS, &[&slot.salt]),
            &der::integer(slot.iterations),
            &der::integer(32),
            &prf,
        ],
    );
    let derivation = der::value(tag::CONTEXT_0, &[oid::PBKDF2, &parameters]);
    let cbc = der::value(
        tag::SEQUENCE,
        &[oid::AES256_CBC, &der::value(tag::OCTETS, &[&slot.iv])],
    );
    let encryption = der::value(tag::SEQUENCE, &[oid::PWRI_KEK, &cbc]);
    der::value(
        tag::CONTEXT_3,
        &[
            &der::integer(0),
            &derivation,
            &encryption,
            &der::value(tag::OCTETS, &[&slot.wrapped]),
        ],
    )
}

/// Draws of a random number below the curve's order: the first one fits but for one in 2^32.
const DRAWS: u32 = 16;

fn draw<const N: usize>(ctx: &mut Ctx) -> Zeroizing<[u8; N]> {
    Zeroizing::new(ctx.random())
}

fn unusable() -> Error {
    Error::new(Code::BadCertificate).with("reason", "key")
}

/// Writes a slot for a certificate.
pub fn write_certificate(certificate: &Certificate, key: &Key, ctx: &mut Ctx) -> Result<Vec<u8>> {
    let recipient = certificate.issuer_and_serial();
    let (curve, shared, point) = match certificate.public_key() {
        PublicKey::Rsa(public) => {
            let wrapped = public
                .oaep_encrypt_with_rng::<Sha256, _>(&mut Randomness(ctx), key.as_slice())
                .map_err(|_| unusable())?;
            return Ok(der::value(
                tag::SEQUENCE,
                &[
                    &der::integer(0),
                    recipient,
                    &oaep_algorithm(),
                    &der::value(tag::OCTETS, &[&wrapped]),
                ],
            ));
        }
        PublicKey::P256(public) => {
            let secret = (0..DRAWS)
                .find_map(|_| p256::SecretKey::from_slice(&*draw::<32>(ctx)).ok())
                .ok_or_else(unusable)?;
            (
                Curve::P256,
                Zeroizing::new(secret.diffie_hellman(public).raw_secret_bytes().to_vec()),
                secret.public_key().to_sec1_bytes(),
            )
        }
        PublicKey::P384(public) => {
            let secret = (0..DRAWS)
                .find_map(|_| p384::SecretKey::from_slice(&*draw::<48>(ctx)).ok())
                .ok_or_else(unusable)?;
            (
                Curve::P384,
                Zeroizing::new(secret.diffie_hellman(public).raw_secret_bytes().to_vec()),
                secret.public_key().to_sec1_bytes(),
            )
        }
    };
    let mut wrapped = [0; 40];
    let kek = agreed_key(curve, &shared);
    KwAes256::new((&*kek).into())
        .wrap_key(key.as_slice(), &mut wrapped)
        .map_err(|_| unusable())?;
    Ok(encode_ecdh(curve, &point, recipient, &wrapped))
}

fn encode_ecdh(curve: Curve, point: &[u8], recipient: &[u8], wrapped: &[u8; 40]) -> Vec<u8> {
    let algorithm = der::value(tag::SEQUENCE, &[oid::EC_KEY, curve.oid()]);
    let public = der::value(tag::BIT_STRING, &[&[0], point]);
    let originator = der::value(
        tag::CONTEXT_0,
        &[&der::value(tag::CONTEXT_1, &[&algorithm, &public])],
    );
    let keys = der::value(
        tag::SEQUENCE,
        &[&der::value(
            tag::SEQUENCE,
            &[recipient, &der::value(tag::OCTETS, &[wrapped])],
        )],
    );
    der::value(
        tag::CONTEXT_1,
        &[
            &der::integer(3),
            &originator,
            &agreement_algorithm(curve),
            &keys,
        ],
    )
}

/// A SET OF these RecipientInfos, sorted as DER demands.
pub fn set_of(mut infos: Vec<Vec<u8>>) -> Vec<u8> {
    infos.sort();
    let parts: Vec<&[u8]> = infos.iter().map(Vec::as_slice).collect();
    der::value(tag::SET, &parts)
}

/// How a slot is named.
pub fn label(info: &[u8]) -> SlotLabel {
    let kind = match info.first() {
        Some(&tag::CONTEXT_3) => SlotKind::Passphrase,
        Some(&tag::CONTEXT_1) => SlotKind::CertificateEc,
        _ => SlotKind::CertificateRsa,
    };
    let digest = Sha256::digest(info);
    let fingerprint = digest.iter().take(8).map(|b| format!("{b:02x}")).collect();
    SlotLabel { kind, fingerprint }
}

/// The names of all slots of a SET OF, in its order.
pub fn labels(recipients: &[u8]) -> Vec<SlotLabel> {
    let mut set = Reader(recipients);
    let mut reader = Reader(set.take(tag::SET).unwrap_or_default());
    let mut found = Vec::new();
    while let Some(info) = reader.whole() {
        found.push(label(info));
    }
    found
}

fn read_password(content: &[u8]) -> Option<PasswordSlot> {
    let mut reader = Reader(content);
    reader.number()?;
    let mut derivation = Reader(reader.take(tag::CONTEXT_0)?);
    derivation.whole()?;
    let mut parameters = Reader(derivation.take(tag::SEQUENCE)?);
    let salt = parameters.octets()?;
    let iterations = parameters.number()?;
    let mut encryption = Reader(reader.take(tag::SEQUENCE)?);
    encryption.whole()?;
    let mut cbc = Reader(encryption.take(tag::SEQUENCE)?);
    cbc.whole()?;
    let iv = cbc.octets()?;
    let wrapped = reader.octets()?;
    Some(PasswordSlot {
        salt,
        iterations,
        iv,
        wrapped,
    })
}

fn read_rsa(content: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader(content);
    (reader.number()? == 0).then_some(())?;
    reader.take(tag::SEQUENCE)?;
    (reader.whole()? == oaep_algorithm()).then_some(())?;
    let wrapped = reader.take(tag::OCTETS)?;
    reader.end()?;
    Some(wrapped.to_vec())
}

fn read_ecdh(content: &[u8], info: &[u8]) -> Option<Slot> {
    let mut reader = Reader(content);
    reader.number()?;
    let mut choice = Reader(reader.take(tag::CONTEXT_0)?);
    let mut originator = Reader(choice.take(tag::CONTEXT_1)?);
    let mut algorithm = Reader(originator.take(tag::SEQUENCE)?);
    algorithm.whole()?;
    let named = algorithm.whole()?;
    let curve = [Curve::P256, Curve::P384]
        .into_iter()
        .find(|curve| curve.oid() == named)?;
    let (unused, point) = originator.take(tag::BIT_STRING)?.split_first()?;
    (*unused == 0).then_some(())?;
    reader.whole()?;
    let mut keys = Reader(reader.take(tag::SEQUENCE)?);
    let mut only = Reader(keys.take(tag::SEQUENCE)?);
    let recipient = only.whole()?;
    let wrapped = only.octets()?;
    (encode_ecdh(curve, point, recipient, &wrapped) == info).then_some(())?;
    Some(Slot::Ecdh(curve, point.to_vec(), wrapped))
}

/// Reads the slots of a part.
///
/// # Errors
/// [`Code::ForbiddenForm`] for anything but the profile's forms, [`Code::BadIterations`].
pub fn read(recipients: &[u8]) -> Result<Vec<Labelled>> {
    let mut set = Reader(recipients);
    let content = set.take(tag::SET).ok_or_else(|| forbidden("slots"))?;
    let mut reader = Reader(content);
    let mut found = Vec::new();
    let mut previous: &[u8] = &[];
    while reader.end().is_none() {
        if found.len() == limits::SLOTS {
            return Err(forbidden("slot-count").with("allowed", limits::SLOTS));
        }
        let info = reader.whole().ok_or_else(|| forbidden("slots"))?;
        if previous >= info {
            return Err(forbidden("slot-order"));
        }
        previous = info;
        let first = info.first().copied().unwrap_or_default();
        let body = Reader(info).take(first).ok_or_else(|| forbidden("slots"))?;
        let slot = match first {
            tag::CONTEXT_3 => {
                let slot = read_password(body).ok_or_else(|| forbidden("slots"))?;
                if encode_password(&slot) != info {
                    return Err(forbidden("slots"));
                }
                if !limits::PBKDF2_ACCEPTED.contains(&slot.iterations) {
                    return Err(Error::new(Code::BadIterations)
                        .with("required", slot.iterations)
                        .with("allowed", limits::PBKDF2_ACCEPTED.end()));
                }
                Slot::Password(slot)
            }
            tag::SEQUENCE => Slot::Rsa(read_rsa(body).ok_or_else(|| forbidden("slots"))?),
            tag::CONTEXT_1 => read_ecdh(body, info).ok_or_else(|| forbidden("slots"))?,
            _ => return Err(forbidden("slot-kind")),
        };
        found.push(Labelled {
            slot,
            label: label(info),
        });
    }
    if found.is_empty() {
        return Err(forbidden("slot-count").with("allowed", limits::SLOTS));
    }
    Ok(found)
}

/// Opens a slot with a private key; `None` when it does not fit.
pub fn open_with_key(slot: &Slot, key: &PrivateKey, ctx: &mut Ctx) -> Option<Key> {
    let (curve, shared, wrapped) = match (slot, key) {
        (Slot::Rsa(wrapped), PrivateKey::Rsa(key)) => {
            let bytes = key
                .oaep_decrypt_with_rng::<Sha256, _>(&mut Randomness(ctx), wrapped)
                .ok()?;
            let bytes = Zeroizing::new(bytes);
            return Some(Zeroizing::new(bytes.as_slice().try_into().ok()?));
        }
        (Slot::Ecdh(Curve::P256, point, wrapped), PrivateKey::P256(key)) => {
            let point = p256::PublicKey::from_sec1_bytes(point).ok()?;
            let shared = key.diffie_hellman(&point).raw_secret_bytes().to_vec();
            (Curve::P256, Zeroizing::new(shared), wrapped)
        }
        (Slot::Ecdh(Curve::P384, point, wrapped), PrivateKey::P384(key)) => {
            let point = p384::PublicKey::from_sec1_bytes(point).ok()?;
            let shared = key.diffie_hellman(&point).raw_secret_bytes().to_vec();
            (Curve::P384, Zeroizing::new(shared), wrapped)
        }
        _ => return None,
    };
    let kek = agreed_key(curve, &shared);
    let mut out = Zeroizing::new([0; 32]);
    KwAes256::new((&*kek).into())
        .unwrap_key(wrapped, out.as_mut_slice())
        .ok()?;
    Some(out)
}

/// The context's randomness for the RSA crate.
struct Randomness<'a>(&'a mut Ctx);

impl rand_core::TryRng for Randomness<'_> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(u32::from_le_bytes(self.0.random()))
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(u64::from_le_bytes(self.0.random()))
    }
    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Self::Error> {
        self.0.entropy.fill(out);
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Randomness<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(number: u8, iterations: u32) -> Vec<u8> {
        encode_password(&PasswordSlot {
            salt: [number; 16],
            iterations,
            iv: [2; 16],
            wrapped: [3; 48],
        })
    }

    fn code(infos: Vec<Vec<u8>>) -> Result<usize, Code> {
        read(&set_of(infos))
            .map(|slots| slots.len())
            .map_err(|error| error.code())
    }

    #[test]
    fn iterations_must_lie_in_the_accepted_range() {
        for (iterations, accepted) in [
            (0, false),
            (99_999, false),
            (100_000, true),
            (10_000_000, true),
            (10_000_001, false),
            (u32::MAX, false),
        ] {
            let expected = if accepted {
                Ok(1)
            } else {
                Err(Code::BadIterations)
            };
            assert_eq!(code(vec![slot(1, iterations)]), expected, "{iterations}");
        }
    }

    #[test]
    fn slots_are_one_to_eight_sorted_and_different() {
        let slots = |count: u8| (0..count).map(|n| slot(n, 600_000)).collect::<Vec<_>>();
        assert_eq!(code(slots(0)), Err(Code::ForbiddenForm));
        assert_eq!(code(slots(8)), Ok(8));
        assert_eq!(code(slots(9)), Err(Code::ForbiddenForm));
        assert_eq!(
            code(vec![slot(1, 600_000), slot(1, 600_000)]),
            Err(Code::ForbiddenForm)
        );
        let unsorted = der::value(tag::SET, &[&slot(2, 600_000), &slot(1, 600_000)]);
        assert_eq!(read(&unsorted).unwrap_err().code(), Code::ForbiddenForm);
    }

    #[test]
    fn the_password_wrap_comes_back_and_notices_another_key() {
        let kek = Zeroizing::new([7; 32]);
        let key = Zeroizing::new([9; 32]);
        let slot = PasswordSlot {
            salt: [0; 16],
            iterations: 600_000,
            iv: [5; 16],
            wrapped: wrap_with_password(&kek, [5; 16], &key, [1; 12]),
        };
        assert_eq!(slot.unwrap(&kek), Some(key));
        assert_eq!(slot.unwrap(&Zeroizing::new([8; 32])), None);
    }
}
